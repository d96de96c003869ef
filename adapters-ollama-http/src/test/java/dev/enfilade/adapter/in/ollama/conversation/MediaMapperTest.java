package dev.enfilade.adapter.in.ollama.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.chat.ContentPart.Audio;
import dev.enfilade.domain.chat.ContentPart.Image;
import dev.enfilade.domain.chat.ContentPart.Text;
import dev.enfilade.domain.failure.FailureException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaMapperTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\u0089PNG1234, image/png",
                "GIF89a, image/gif",
                "RIFF1234WEBPVP8, image/webp",
                "BM1234, image/bmp",
                "\u00ff\u00d8\u00ff\u00e0, image/jpeg",
                "anything, image/jpeg",
                "x, image/jpeg",
                "\u00ff, image/jpeg",
                "RIFF, image/jpeg",
            })
    void picturesAreToldByTheirFirstBytes(String bytes, String mediaType) {
        assertThat(MediaMapper.toDomain("", List.of(base64(bytes))))
                .containsExactly(new Image(mediaType, base64(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"RIFF1234WAVEfmt, wav", "ID3xyz, mp3", "\u00ff\u00fb\u0090, mp3"})
    void recordingsAreToldByTheirFirstBytes(String bytes, String format) {
        assertThat(MediaMapper.toDomain("", List.of(base64(bytes)))).containsExactly(new Audio(format, base64(bytes)));
    }

    @Test
    void wordsComeFirstAndAreThereWhenNothingElseIs() {
        assertThat(MediaMapper.toDomain("x", List.of("AAAA")))
                .containsExactly(new Text("x"), new Image("image/jpeg", "AAAA"));
        assertThat(MediaMapper.toDomain("", List.of())).containsExactly(new Text(""));
    }

    @Test
    void nothingIsNoPicture() {
        assertThatThrownBy(() -> MediaMapper.toDomain("x", List.of("")))
                .isInstanceOf(FailureException.class)
                .hasMessage("invalid value for 'images'");
    }

    private static String base64(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(ISO_8859_1));
    }
}
