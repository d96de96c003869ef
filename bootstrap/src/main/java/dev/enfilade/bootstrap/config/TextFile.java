package dev.enfilade.bootstrap.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the small UTF-8 files that a configuration names, and says plainly why one cannot be read. */
final class TextFile {

    private TextFile() {}

    static String whole(Path path) throws UnavailableValueException {
        Sources.note(path);
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UnavailableValueException(path + " cannot be read: " + reason(e), e);
        }
    }

    /** The content of a file that holds one value: without the line ends that editors add. */
    static String line(Path path) throws UnavailableValueException {
        return whole(path).replaceFirst("[\r\n]+\\z", "");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            case CharacterCodingException _ -> "not UTF-8 text";
            case IOException _ -> String.valueOf(e.getMessage());
        };
    }
}
