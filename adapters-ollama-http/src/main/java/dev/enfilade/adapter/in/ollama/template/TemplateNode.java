package dev.enfilade.adapter.in.ollama.template;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** A piece of a prompt template. */
sealed interface TemplateNode {

    /**
     * Appends what the piece stands for; false once the place of the answer is reached, behind which nothing counts.
     */
    boolean appendTo(StringBuilder prompt, Map<String, String> values);

    static boolean appendAll(List<TemplateNode> nodes, StringBuilder prompt, Map<String, String> values) {
        for (TemplateNode node : nodes) {
            if (!node.appendTo(prompt, values)) {
                return false;
            }
        }
        return true;
    }

    /** Characters that are copied. */
    record Plain(String text) implements TemplateNode {
        public Plain {
            requireNonNull(text, "text is null");
        }

        @Override
        public boolean appendTo(StringBuilder prompt, Map<String, String> values) {
            prompt.append(text);
            return true;
        }
    }

    /** The value of a variable; the one for the answer has none yet. */
    record Variable(String name) implements TemplateNode {
        public Variable {
            requireNonNull(name, "name is null");
        }

        @Override
        public boolean appendTo(StringBuilder prompt, Map<String, String> values) {
            prompt.append(values.getOrDefault(name, ""));
            return !name.equals("Response");
        }
    }

    /** One of two sequences, by whether a variable has a value. */
    record Choice(String name, List<TemplateNode> filled, List<TemplateNode> empty) implements TemplateNode {
        public Choice {
            requireNonNull(name, "name is null");
            filled = List.copyOf(filled);
            empty = List.copyOf(empty);
        }

        @Override
        public boolean appendTo(StringBuilder prompt, Map<String, String> values) {
            List<TemplateNode> chosen = values.getOrDefault(name, "").isEmpty() ? empty : filled;
            return appendAll(chosen, prompt, values);
        }
    }
}
