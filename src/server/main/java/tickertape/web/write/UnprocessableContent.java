package tickertape.web.write;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/// The status 422 (RFC 9110, 15.5.21), which Jakarta REST does not have.
enum UnprocessableContent implements StatusType {
    STATUS;

    @Override
    public int getStatusCode() {
        return 422;
    }

    @Override
    public Family getFamily() {
        return Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return "Unprocessable Content";
    }
}
