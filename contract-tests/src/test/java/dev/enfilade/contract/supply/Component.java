package dev.enfilade.contract.supply;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A part of the product that others have written.
 *
 * @param name group and artifact, as Maven has them
 * @param licences of which one may choose
 * @param site where more is told of it, empty if that is not known
 */
record Component(String name, List<String> licences, String site) implements Comparable<Component> {

    /** Under these one may pass on the whole under Apache-2.0. */
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "CC0-1.0");

    Component {
        requireNonNull(name, "name is null");
        licences = List.copyOf(licences);
        requireNonNull(site, "site is null");
    }

    /** As CycloneDX describes it. */
    static Component of(JsonNode component) {
        return new Component(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("licenses").valueStream().map(Component::licence).toList(),
                component
                        .path("externalReferences")
                        .valueStream()
                        .filter(reference -> reference.path("type").asText().equals("website"))
                        .map(reference -> reference.path("url").asText())
                        .findFirst()
                        .orElse(""));
    }

    boolean isAllowed() {
        return licences.stream().anyMatch(ALLOWED::contains);
    }

    /** One line of the list that goes with the product. */
    String notice() {
        return name + "  " + String.join(" or ", licences) + (site.isEmpty() ? "" : "  " + site);
    }

    @Override
    public int compareTo(Component other) {
        return name.compareTo(other.name);
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return choice.path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText()));
    }
}
