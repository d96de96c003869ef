package dev.enfilade.bootstrap.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the small UTF-8 files that a configuration names, and says plainly why one cannot be read. */
final class TextFile {

    static final int MOST_BYTES = 4 << 20;

    private TextFile() {}

    static String whole(Path path) throws UnavailableValueException {
        Sources.note(path);
        if (Files.isDirectory(path)) {
            throw new UnavailableValueException(path + " cannot be read: it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path) && !path.startsWith("/dev") && !path.startsWith("/proc")) {
            // A pipe that nobody writes to would be waited for without end; those of shells have names below /dev.
            throw new UnavailableValueException(path + " cannot be read: it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnavailableValueException(path + " cannot be read: it has more than 4 MiB");
            }
            return decoded(path, bytes);
        } catch (IOException e) {
            throw new UnavailableValueException(path + " cannot be read: " + reason(e));
        }
    }

    /** The content of a file that holds one value: without the line ends that editors add. */
    static String line(Path path) throws UnavailableValueException {
        return whole(path).replaceFirst("[\r\n]+\\z", "");
    }

    private static String decoded(Path path, byte[] bytes) throws UnavailableValueException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(it -> it == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw new UnavailableValueException(
                    path + " cannot be read: not UTF-8 text in line " + line + ", column " + column, line, column);
        }
        return text;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            case IOException _ -> String.valueOf(e.getMessage());
        };
    }
}
