package dev.enfilade.adapter.out.openai.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.enfilade.adapter.out.openai.secret.SecretFilter;
import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * An event stream whose errors tell no secrets; every other byte passes as it is, whole lines at a time.
 *
 * <p>Only a member has its name between plain quotes: in the text of an answer they are escaped.
 */
final class CleanEvents implements ByteStream {

    /** As a member, as the value of one, as a field, and as the type of an event. */
    private static final Pattern ERROR =
            Pattern.compile("\"error\"\\s*:\\s*[{\"]|:\\s*\"error\"|^error:|^event: ?error", Pattern.MULTILINE);

    private static final int LONGEST_LINE = 4 << 20;

    private final ByteStream source;
    private final SecretFilter secrets;
    private final byte[] chunk = new byte[8 << 10];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private FixedBytes ready = new FixedBytes(new byte[0]);
    private boolean ended;

    /** From its first error on, a stream has nothing else to say. */
    private boolean failing;

    CleanEvents(ByteStream source, SecretFilter secrets) {
        this.source = source;
        this.secrets = secrets;
    }

    @Override
    public int read(byte[] buffer) {
        int count = ready.read(buffer);
        while (count < 0 && !ended) {
            fill();
            count = ready.read(buffer);
        }
        return count;
    }

    @Override
    public void close() {
        source.close();
    }

    private void fill() {
        int count = source.read(chunk);
        ended = count < 0;
        int whole = ended ? 0 : endOfLastLine(count);
        line.write(chunk, 0, whole);
        if (ended || whole > 0) {
            ready = new FixedBytes(clean(line.toByteArray()));
            line.reset();
        }
        line.write(chunk, whole, Math.max(count, 0) - whole);
        if (line.size() > LONGEST_LINE) {
            throw new FailureException(new Broken(Flaw.TOO_BIG));
        }
    }

    private int endOfLastLine(int count) {
        int end = count;
        while (end > 0 && chunk[end - 1] != '\n' && chunk[end - 1] != '\r') {
            end--;
        }
        return end;
    }

    private byte[] clean(byte[] lines) {
        failing |= ERROR.matcher(new String(lines, ISO_8859_1)).find();
        return failing ? secrets.clean(lines) : lines;
    }
}
