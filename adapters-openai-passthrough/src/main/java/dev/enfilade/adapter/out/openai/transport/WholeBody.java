package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayOutputStream;

/** Bodies that are wanted whole, and are small if all is well. */
public final class WholeBody {

    private WholeBody() {}

    /**
     * Reads to the end.
     *
     * @throws FailureException what the body throws, or {@code Broken(TOO_BIG)} beyond so many bytes
     */
    public static byte[] read(ByteStream body, int limit) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[4 << 10];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            whole.write(buffer, 0, count);
            if (whole.size() > limit) {
                throw new FailureException(new Broken(Flaw.TOO_BIG));
            }
        }
        return whole.toByteArray();
    }
}
