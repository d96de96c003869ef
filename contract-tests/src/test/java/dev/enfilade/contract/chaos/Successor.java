package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Client;
import java.util.Optional;

/** The request that a client sends right behind its first one, and what has to stand behind the first answer then. */
final class Successor {

    static final String REQUEST = "GET /api/version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final String FIRST_LINE = "HTTP/1.1 200 OK";

    private Successor() {}

    /** What is odd behind the proper end of an answer. */
    static Optional<String> oddity(Client client) {
        return oddity(client.isLast(), client.lineBehind());
    }

    /**
     * Judges what stands behind an answer.
     *
     * @param last the answer said that the connection ends with it
     * @param behind the first line there, empty if there is none
     */
    static Optional<String> oddity(boolean last, String behind) {
        return behind.equals(last ? "" : FIRST_LINE)
                ? Optional.empty()
                : Optional.of("I1: behind the answer stands '" + behind + "'");
    }
}
