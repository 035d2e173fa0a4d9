package vn.sovang.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// Another process that uses an embedded server until its input ends.
final class ServerUser {
    private ServerUser() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]))) {
            System.out.println("port " + server.port());
            System.in.read();
        }
    }
}
