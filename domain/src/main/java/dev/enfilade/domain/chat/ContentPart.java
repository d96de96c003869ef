package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

/** One piece of a message. */
public sealed interface ContentPart {

    /** Words. */
    record Text(String text) implements ContentPart {
        public Text {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * A picture.
     *
     * @param mediaType such as {@code image/png}
     * @param base64 the standard alphabet with padding
     */
    record Image(String mediaType, String base64) implements ContentPart {
        public Image {
            requireNonNull(mediaType, "mediaType is null");
            requireNonNull(base64, "base64 is null");
        }
    }

    /**
     * A recording.
     *
     * @param format {@code wav} or {@code mp3}
     * @param base64 the standard alphabet with padding
     */
    record Audio(String format, String base64) implements ContentPart {
        public Audio {
            requireNonNull(format, "format is null");
            requireNonNull(base64, "base64 is null");
        }
    }
}
