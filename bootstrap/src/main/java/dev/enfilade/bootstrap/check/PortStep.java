package dev.enfilade.bootstrap.check;

import dev.enfilade.bootstrap.config.ListenAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Tries to listen where the server would. */
record PortStep(ListenAddress address, Duration limit) {

    private static final String ELSEWHERE = "choose another address by --listen or OLLAMA_HOST";

    Finding look() {
        InetSocketAddress place = new InetSocketAddress(address.host(), address.port());
        if (place.isUnresolved()) {
            return Finding.failed(Trouble.CONFIGURATION, "no address is known for " + address.host(), ELSEWHERE);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(place);
            return Finding.ok(address.port() == 0 ? "any free port of " + address.host() : address + " is free");
        } catch (IOException e) {
            return address.port() == 0 ? refused(e) : taken(e);
        }
    }

    private Finding taken(IOException e) {
        // Two questions fit into the limit.
        return switch (new Neighbour(address, limit.dividedBy(3)).kind()) {
            case ENFILADE ->
                Finding.warning(
                        "an Enfilade listens at " + address + " already", "stop it before you start another there");
            case OLLAMA ->
                Finding.failed(
                        Trouble.CONFIGURATION,
                        "an Ollama listens at " + address,
                        "stop it (systemctl stop ollama), or " + ELSEWHERE);
            case OTHER -> refused(e);
        };
    }

    private Finding refused(IOException e) {
        return Finding.failed(Trouble.CONFIGURATION, "cannot listen on " + address + ": " + e.getMessage(), ELSEWHERE);
    }
}
