package dev.enfilade.contract.sdk;

import dev.enfilade.contract.sdk.Reviewed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The product's members beside those of the SDKs, place by place. Names differ if more than their letter case does. */
final class Comparison {

    /** @param where the place, or the SDK of a type */
    record Finding(Kind kind, String where, String name, String who) {

        String key() {
            return Reviewed.key(kind, where, name);
        }
    }

    /** How many names the product has at a place, and in which it differs from the SDKs. */
    record Row(Place place, int members, int lacking, int beyond) {}

    private final Map<Sdk, SdkTypes> sdks;
    private final List<Row> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Comparison(Map<Sdk, SdkTypes> sdks) {
        this.sdks = Map.copyOf(sdks);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void compare(Place place, Set<String> ours) {
        Set<String> theirs = Place.union(sdks.entrySet().stream()
                .map(sdk -> place.known(sdk.getKey(), sdk.getValue()))
                .toList());
        Set<String> lacking = without(theirs, ours);
        Set<String> beyond = without(ours, theirs);
        rows.add(new Row(place, ours.size(), lacking.size(), beyond.size()));
        lacking.forEach(name -> findings.add(new Finding(Kind.LACKING, place.name(), name, who(place, name))));
        beyond.forEach(name -> findings.add(new Finding(Kind.BEYOND, place.name(), name, "")));
    }

    /** Notes the types that none of the places stands for. */
    void types(List<Place> places) {
        for (Sdk sdk : Sdk.values()) {
            Set<String> left = new TreeSet<>(types(sdk).types());
            places.forEach(place -> left.remove(place.type(sdk)));
            left.forEach(type -> findings.add(new Finding(Kind.TYPE, sdk.word(), type, "")));
        }
    }

    private String who(Place place, String name) {
        return List.of(Sdk.values()).stream()
                .filter(sdk -> place.known(sdk, types(sdk)).contains(name))
                .map(Sdk::word)
                .collect(Collectors.joining(", "));
    }

    private SdkTypes types(Sdk sdk) {
        return sdks.getOrDefault(sdk, new SdkTypes("none", List.of()));
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> folded =
                others.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !folded.contains(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
