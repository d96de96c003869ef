package dev.enfilade.application.port.out;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.relay.Headers;
import java.util.List;

/**
 * An answer that is passed on unread.
 *
 * @param pieces the body, each piece sent by itself
 * @param ending what happens after the last piece
 */
public record RelayScript(int status, Headers headers, List<String> pieces, Ending ending) {

    /** What a backend does when it has sent everything. */
    public enum Ending {
        COMPLETE,
        CUT,
        SILENT
    }

    public RelayScript {
        requireNonNull(headers, "headers is null");
        pieces = List.copyOf(pieces);
        requireNonNull(ending, "ending is null");
    }

    public static RelayScript ok(Ending ending, String... pieces) {
        return new RelayScript(200, Headers.NONE, List.of(pieces), ending);
    }
}
