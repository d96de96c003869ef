package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=abc, abc",
        "multipart/form-data; boundary=\"a b\", a b",
        "Multipart/Form-Data;charset=x;BOUNDARY=----a'()+_./:=?, ----a'()+_./:=?",
        "multipart/form-data;boundary=x; charset=y, x"
    })
    void boundaryIsRead(String header, String boundary) {
        assertThat(MediaType.of(header).boundary()).hasValue(boundary);
    }

    @Test
    void thereIsNoBoundaryWhereThereIsNoForm() {
        assertThat(MediaType.of("multipart/mixed; boundary=x").boundary()).isEmpty();
        assertThat(MediaType.of("multipart/form-data").boundary()).isEmpty();
    }

    @Test
    void theWordJsonInABoundaryMakesNoJson() {
        assertThat(MediaType.of("multipart/form-data; boundary=json").isJson()).isFalse();
        assertThat(MediaType.of("Application/JSON; charset=utf-8").isJson()).isTrue();
        assertThat(MediaType.of("application/problem+json").isJson()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, true",
        "application/octet-stream, true",
        "audio/mpeg, true",
        "image/png;x=y, true",
        "text/plain, false",
        "application/json, false",
        "application/x-www-form-urlencoded, false",
        "'', false"
    })
    void filesAreToldFromText(String header, boolean file) {
        assertThat(MediaType.of(header).isFile()).isEqualTo(file);
    }
}
