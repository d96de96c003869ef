package dev.enfilade.adapter.out.openai.decode;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.out.openai.dialect.ServerMarks;
import dev.enfilade.domain.catalog.ListedModel;
import java.util.List;

/** A backend's models, and what their list gives away about the backend. */
public record ModelList(List<ListedModel> models, ServerMarks marks) {

    public ModelList {
        models = List.copyOf(models);
        requireNonNull(marks, "marks is null");
    }
}
