package tickertape.web;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/// The client errors of RFC 9110 that Jakarta REST does not have.
public enum ClientErrorStatus implements StatusType {
    /// Section 15.5.20.
    MISDIRECTED_REQUEST(421, "Misdirected Request"),
    /// Section 15.5.21.
    UNPROCESSABLE_CONTENT(422, "Unprocessable Content");

    private final int code;
    private final String reason;

    ClientErrorStatus(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public int getStatusCode() {
        return code;
    }

    @Override
    public Family getFamily() {
        return Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return reason;
    }
}
