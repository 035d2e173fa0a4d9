package vn.sovang.axon;

/// Another request, with another body, was carried out under this id; nothing was stored now.
public final class RequestIdReused extends RuntimeException {
    private static final long serialVersionUID = 1;

    RequestIdReused() {
        super("the request id was used for another request");
    }
}
