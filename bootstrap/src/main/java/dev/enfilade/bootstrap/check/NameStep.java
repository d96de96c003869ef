package dev.enfilade.bootstrap.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up the addresses of a backend. */
final class NameStep {

    private final Subject subject;
    private volatile List<InetAddress> addresses = List.of();

    NameStep(Subject subject) {
        this.subject = subject;
    }

    Finding look() {
        String host = subject.host();
        try {
            addresses = List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return Finding.failed(
                    Trouble.BACKEND,
                    "no address is known for " + host,
                    "correct the host in " + subject.urlSetting() + ", or this machine's name service");
        }
        String found = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        return Finding.ok(Stream.of(host, found).distinct().collect(Collectors.joining(" is ")));
    }

    /** What was found; none before. */
    List<InetAddress> addresses() {
        return addresses;
    }
}
