package tickertape.web.filter;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/// The status 421 (RFC 9110, 15.5.20), which Jakarta REST does not have.
enum MisdirectedRequest implements StatusType {
    STATUS;

    @Override
    public int getStatusCode() {
        return 421;
    }

    @Override
    public Family getFamily() {
        return Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return "Misdirected Request";
    }
}
