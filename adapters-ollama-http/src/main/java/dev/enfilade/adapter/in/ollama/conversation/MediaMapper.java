package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.ContentPart.Audio;
import dev.enfilade.domain.chat.ContentPart.Image;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What {@code images} hold, told by their first bytes: Ollama 0.33 takes pictures there, and recordings as well. */
public final class MediaMapper {

    /** A multiple of four: enough of the base64 text for the twelve bytes that tell a kind. */
    private static final int PREFIX = 16;

    private MediaMapper() {}

    /** What a person said and showed: words first; without words and media there are empty words. */
    public static List<ContentPart> toDomain(String text, List<String> media) {
        List<ContentPart> parts = new ArrayList<>();
        if (!text.isEmpty() || media.isEmpty()) {
            parts.add(new ContentPart.Text(text));
        }
        media.forEach(base64 -> parts.add(part(base64)));
        return parts;
    }

    private static ContentPart part(String base64) {
        if (base64.isEmpty()) {
            throw new FailureException(new InvalidRequest("invalid value for 'images'"));
        }
        String prefix = base64.substring(0, Math.min(PREFIX, base64.length()));
        String head = new String(Base64.getDecoder().decode(prefix), StandardCharsets.ISO_8859_1);
        if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
            return new Audio("wav", base64);
        }
        if (head.startsWith("ID3") || isMpegFrame(head)) {
            return new Audio("mp3", base64);
        }
        return new Image(mediaType(head), base64);
    }

    /** An MPEG frame begins with eleven set bits. */
    private static boolean isMpegFrame(String head) {
        return head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe0) == 0xe0;
    }

    private static String mediaType(String head) {
        if (head.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (head.startsWith("GIF8")) {
            return "image/gif";
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        return head.startsWith("BM") ? "image/bmp" : "image/jpeg";
    }
}
