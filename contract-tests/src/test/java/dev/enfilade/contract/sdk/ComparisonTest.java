package dev.enfilade.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.contract.sdk.Comparison.Finding;
import dev.enfilade.contract.sdk.Place.Asked;
import dev.enfilade.contract.sdk.Reviewed.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Place PARCEL =
            new Place("ask parcel", "Parcel", "", "Package", new Asked("POST", "/parcel", "{%s}"));

    private final Comparison comparison = new Comparison(Map.of(
            Sdk.GO,
            types(member("Parcel", "weight"), member("Parcel", "anyOf"), member("Crate", "lid")),
            Sdk.JAVASCRIPT,
            types(member("Package", "weight"), member("Package", "colour"))));

    @Test
    void whatOneSideAloneHasIsFoundAndLetterCaseIsNoDifference() {
        comparison.compare(PARCEL, Set.of("anyof", "owner"));
        assertThat(comparison.findings())
                .containsExactly(
                        new Finding(Kind.LACKING, "ask parcel", "colour", "JavaScript"),
                        new Finding(Kind.LACKING, "ask parcel", "weight", "Go, JavaScript"),
                        new Finding(Kind.BEYOND, "ask parcel", "owner", ""));
    }

    @Test
    void typesWithoutAPlaceAreFound() {
        comparison.types(List.of(PARCEL));
        assertThat(comparison.findings()).containsExactly(new Finding(Kind.TYPE, "Go", "Crate", ""));
    }

    @Test
    void reasonsAreFoundAndLeftOversTold() {
        Reviewed reviewed = Reviewed.parse(List.of("# about", "", "LACKING | ask parcel | colour weight | not sold"));
        assertThat(reviewed.reason(Kind.LACKING, "ask parcel", "weight")).contains("not sold");
        assertThat(reviewed.reason(Kind.BEYOND, "ask parcel", "weight")).isEmpty();
        assertThat(reviewed.stale(Set.of("LACKING | ask parcel | weight")))
                .containsExactly("LACKING | ask parcel | colour");
    }

    @Test
    void linesWithoutAReasonAreRefused() {
        assertThatThrownBy(() -> Reviewed.parse(List.of("LACKING | ask parcel | colour | ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SdkTypes types(SdkMember... members) {
        return new SdkTypes("test", List.of(members));
    }

    private static SdkMember member(String type, String name) {
        return new SdkMember(type, name, "any", false);
    }
}
