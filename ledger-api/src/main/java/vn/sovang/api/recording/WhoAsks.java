package vn.sovang.api.recording;

import jakarta.servlet.http.HttpServletRequest;
import vn.sovang.api.web.AdministratorsOnly;
import vn.sovang.event.Actor;

/// Who records: until there is sign-in, whoever asks from the service's own machine.
public final class WhoAsks {
    private static final Actor HERE = new Actor("web", "CLERK", null);

    private WhoAsks() {}

    public static Actor of(HttpServletRequest request) {
        AdministratorsOnly.require(request);
        return HERE;
    }
}
