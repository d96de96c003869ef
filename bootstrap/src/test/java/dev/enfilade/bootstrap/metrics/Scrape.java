package dev.enfilade.bootstrap.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What Prometheus would have read. */
record Scrape(String text) {

    private static final String TYPE = "# TYPE ";

    /** The names of all meters; the highest values of histograms belong to their histograms. */
    Set<String> names() {
        Set<String> all = text.lines()
                .filter(line -> line.startsWith(TYPE))
                .map(line -> line.substring(TYPE.length(), line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> highest = all.stream()
                .filter(name -> name.endsWith("_max") && all.contains(name.substring(0, name.length() - 4)))
                .collect(Collectors.toSet());
        all.removeAll(highest);
        return all;
    }

    /** Every value of a meter, by its labels. */
    Map<String, String> values(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.matches(name + "(_count|_sum)?[ {].*"))
                .forEach(line -> values.put(
                        line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
        return values;
    }

    /** One value. */
    double value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .orElse(0.0);
    }
}
