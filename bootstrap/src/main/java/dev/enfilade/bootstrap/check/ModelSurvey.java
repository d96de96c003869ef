package dev.enfilade.bootstrap.check;

import dev.enfilade.domain.catalog.ModelRule;
import java.util.List;

/**
 * All names of a deployment.
 *
 * @param rows in the order of listings, hidden ones at their end
 * @param patterns the rules that lead further names somewhere: globs, and the default
 * @param lists how it went to load the list of each backend
 */
public record ModelSurvey(List<ModelRow> rows, List<ModelRule> patterns, List<StepReport> lists) {

    public ModelSurvey {
        rows = List.copyOf(rows);
        patterns = List.copyOf(patterns);
        lists = List.copyOf(lists);
    }
}
