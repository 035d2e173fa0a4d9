package vn.sovang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The one door to everything that changes how the service runs.
///
/// Until there is sign-in, an administrator is whoever asks from the service's own machine and not
/// through a page of another site: who may run programs there may run the command line too.
public final class AdministratorsOnly {
    private AdministratorsOnly() {}

    /// @throws Failure `FOREIGN_PAGE`, `ADMINISTRATORS_ONLY`
    public static void require(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Failure.of(FailureCode.FOREIGN_PAGE);
        }
        try {
            if (InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException noAddress) {
            throw Failure.of(FailureCode.ADMINISTRATORS_ONLY).because(noAddress);
        }
        throw Failure.of(FailureCode.ADMINISTRATORS_ONLY);
    }
}
