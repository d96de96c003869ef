package dev.enfilade.adapter.out.openai.failure;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.BackendUnavailable;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import java.net.SocketException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** The one place where what went wrong with a backend gets its name. */
public final class BackendFailures {

    private BackendFailures() {}

    /** No connection: refused, no such host, no route, a handshake that failed. */
    public static Failure connecting() {
        return new BackendUnavailable();
    }

    /**
     * A new connection that broke before a byte of an answer; a reset is what an unwilling host does to a connection it
     * has just taken.
     */
    public static Failure unanswered(Exception thrown) {
        return thrown instanceof SocketException ? new BackendUnavailable() : exchanging(thrown);
    }

    /** An answer, or the wait for it, that broke: against the protocol, or by an end too early. */
    public static Failure exchanging(Exception thrown) {
        boolean against = thrown instanceof HttpException
                || thrown instanceof MalformedChunkCodingException
                || thrown instanceof MessageConstraintException;
        return new Broken(against ? Flaw.INVALID : Flaw.CUT);
    }
}
