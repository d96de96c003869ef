package dev.enfilade.adapter.out.openai.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.enfilade.adapter.out.openai.secret.SecretFilter;
import dev.enfilade.adapter.out.openai.transport.WholeBody;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON answer that tells no secrets if it is an error in place of one, as some routers send it under status 200; any
 * other passes as it is.
 */
final class CleanDocument implements ByteStream {

    private static final Pattern ERROR = Pattern.compile("\\s*\\{\\s*\"error\"\\s*:\\s*[{\"]");
    private static final int LARGEST_ERROR = 1 << 20;
    private static final int LONGEST_BEGINNING = 64 << 10;

    private final ByteStream source;
    private final SecretFilter secrets;
    private FixedBytes beginning = new FixedBytes(new byte[0]);
    private boolean begun;

    CleanDocument(ByteStream source, SecretFilter secrets) {
        this.source = source;
        this.secrets = secrets;
    }

    @Override
    public int read(byte[] buffer) {
        if (!begun) {
            begun = true;
            beginning = new FixedBytes(begin());
        }
        int count = beginning.read(buffer);
        return count < 0 ? source.read(buffer) : count;
    }

    @Override
    public void close() {
        source.close();
    }

    /** As much as tells whether it is an error, and if it is, all of it. */
    @SuppressWarnings("JdkObsolete") // hitEnd is for streams, of which this is one: more bytes may still make an error.
    private byte[] begin() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[4 << 10];
        while (read.size() < LONGEST_BEGINNING) {
            int count = source.read(chunk);
            read.write(chunk, 0, Math.max(count, 0));
            Matcher error = ERROR.matcher(read.toString(ISO_8859_1));
            if (error.lookingAt()) {
                read.writeBytes(WholeBody.read(source, LARGEST_ERROR));
                return secrets.clean(read.toByteArray());
            }
            if (count < 0 || !error.hitEnd()) {
                break;
            }
        }
        return read.toByteArray();
    }
}
