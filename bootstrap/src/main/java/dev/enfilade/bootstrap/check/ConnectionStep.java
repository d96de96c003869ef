package dev.enfilade.bootstrap.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Connects to the backend, to one of its addresses after the other. */
record ConnectionStep(Subject subject, Duration limit) {

    Finding connect(List<InetAddress> addresses) {
        String failure = "";
        for (InetAddress address : addresses) {
            InetSocketAddress place = new InetSocketAddress(address, subject.port());
            try (Socket socket = new Socket()) {
                socket.connect(place, Math.toIntExact(limit.toMillis() / addresses.size()));
                return Finding.ok("connected to " + shown(place));
            } catch (IOException e) {
                failure = shown(place) + ": " + e.getMessage();
            }
        }
        return Finding.failed(
                Trouble.BACKEND,
                failure,
                "start the server, open the firewall, or correct host and port in " + subject.urlSetting());
    }

    private static String shown(InetSocketAddress place) {
        String host = place.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + place.getPort();
    }
}
