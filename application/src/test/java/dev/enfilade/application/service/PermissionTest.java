package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTest {

    private static final Permission SOME = new Permission(
            List.of("gpt-*", "acme/*", "alias", "secret*"),
            List.of("gpt-4o", "*-preview", "ACME/Big", "secret:latest"));

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-mini,           true",
        "GPT-4o-Mini:latest,    true",
        "gpt-4o,                false", // denied
        "library/GPT-4O:latest, false", // the same name in other words
        "gpt-4o:local,          false",
        "gpt-5-preview,         false",
        "llama3,                false", // not allowed
        "alias,                 true",
        "secret,                false",
        "secret-2,              true",
        "acme/small,            true",
        "acme/small:free,       true",
        "acme/big,              false",
        "acme/big:free,         false", // a variant is the same model
        "'',                    true", // nobody's name
    })
    void whatIsDeniedIsForbiddenUnderAllItsNamesAndSoIsWhatIsNotAllowed(String asked, boolean permitted) {
        assertThat(directory(SOME).forbids(new ModelName(asked))).isEqualTo(!permitted);
    }

    @Test
    void forbiddenNamesAreNotListedAndLeadNowhere() {
        ModelDirectory directory = directory(SOME);

        assertThat(directory.list().models())
                .extracting(ModelCard::name)
                .extracting(ModelName::value)
                .containsExactly("alias", "acme/small");
        assertThat(directory.find(new ModelName("gpt-4o"))).isEmpty();
        assertThat(directory.known(new ModelName("gpt-4o"))).isEmpty();
        assertThat(directory.shows(new ModelName("gpt-4o"))).isFalse();
        assertThat(directory.shows(new ModelName("alias"))).isTrue();
    }

    @Test
    void forbiddenModelMayStandBehindAnAlias() {
        assertThat(directory(SOME).route(new ModelName("alias")).target().value())
                .isEqualTo("gpt-4o");
    }

    @Test
    void ofAllNothingIsForbidden() {
        assertThat(directory(Permission.OF_ALL).forbids(new ModelName("anything")))
                .isFalse();
    }

    private ModelDirectory directory(Permission permission) {
        Backend backend = TestBackends.with(
                "main",
                () -> List.of(
                        model("gpt-4o"), model("llama3"), model("acme/small"), model("acme/big"), model("secret")));
        ModelRule alias = new ModelRule("alias", Optional.empty(), Optional.of("gpt-4o"), ModelTraits.UNKNOWN, false);
        ModelRule denied =
                new ModelRule("x-preview", Optional.empty(), Optional.of("gpt-4o"), ModelTraits.UNKNOWN, false);
        return new ModelDirectory(
                List.of(backend),
                new ModelMap(List.of(alias, denied), permission),
                CatalogSettings.startedAt(Instant.parse("2026-01-01T00:00:00Z")),
                nanos::get,
                Runnable::run);
    }

    private static ListedModel model(String id) {
        return new ListedModel(id, Optional.empty(), Optional.empty(), ModelTraits.UNKNOWN, true);
    }
}
