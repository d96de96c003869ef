package dev.enfilade.bootstrap.check;

import dev.enfilade.application.service.Backend;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.ModelRoute;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.di.ModelNames;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chooses the models to try at one backend: the default, else the first configured name, else the first that is listed
 * and by its name can do it.
 */
final class ModelChoice {

    /** OpenAI lists all its models alike. */
    private static final Pattern NO_CHAT = Pattern.compile(
            "whisper|tts|dall-e|image|moderation|transcribe|realtime|audio|davinci|babbage|turbo-instruct|sora|codex|"
                    + "computer-use|deep-research|rerank|(?:o1|o3|gpt-5[.\\d]*)-pro",
            Pattern.CASE_INSENSITIVE);

    private final List<ModelRoute> routes;

    private ModelChoice(List<ModelRule> rules, List<ListedModel> listed, ModelDirectory directory) {
        Stream<String> named = Stream.concat(
                        rules.stream()
                                .filter(ModelRule::isDefault)
                                .filter(rule -> rule.target().isPresent()),
                        rules.stream().filter(rule -> !rule.isDefault() && !rule.isGlob()))
                .map(ModelRule::pattern);
        Stream<String> others = listed.stream()
                .map(ListedModel::id)
                .sorted(Comparator.comparing(id -> NO_CHAT.matcher(id).find()));
        this.routes = Stream.concat(named, others)
                .map(name -> directory.known(new ModelName(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The choice there is at this backend, which lists these models. */
    static ModelChoice at(Backend backend, Settings settings, List<ListedModel> listed) {
        List<ModelRule> rules = rules(backend.name(), settings, listed);
        Backend known = new Backend(
                backend.name(),
                backend.chat(),
                backend.completion(),
                backend.embedding(),
                () -> listed,
                backend.relay());
        return new ModelChoice(rules, listed, ModelNames.directory(List.of(known), rules, settings));
    }

    /** Whether the configuration names a model of this backend, so that one can be tried without a list. */
    static boolean isNamed(String backend, Settings settings) {
        return rules(backend, settings, List.of()).stream().anyMatch(rule -> !rule.isGlob());
    }

    /** Those that lead to this backend: a rule that names none leads to the one that lists its model, or the first. */
    private static List<ModelRule> rules(String backend, Settings settings, List<ListedModel> listed) {
        boolean first = settings.backends().getFirst().name().equals(backend);
        return settings.models().stream()
                .filter(rule -> rule.backend().map(backend::equals).orElseGet(() -> first || lists(rule, listed)))
                .toList();
    }

    Optional<ModelName> chat() {
        return with(Capability.COMPLETION);
    }

    Optional<ModelName> embedding() {
        return with(Capability.EMBEDDING);
    }

    private Optional<ModelName> with(Capability capability) {
        return routes.stream()
                .filter(route -> route.card().capabilities().has(capability))
                .map(ModelRoute::target)
                .findFirst();
    }

    private static boolean lists(ModelRule rule, List<ListedModel> listed) {
        ModelName wanted = new ModelName(rule.target().orElse(rule.pattern()));
        return listed.stream().anyMatch(model -> new ModelName(model.id()).sameAs(wanted));
    }
}
