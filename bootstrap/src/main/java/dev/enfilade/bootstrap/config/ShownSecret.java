package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is shown in place of a secret: the reference that leads to it, or that there is one. */
record ShownSecret(Variables variables) {

    /** Nothing but references, and none with a default, which would be a secret itself. */
    private static final Pattern REFERENCES =
            Pattern.compile("(?:(?:Bearer|Basic) )?(?:\\$\\{(?:[A-Za-z_]\\w*|(?:file|credential):[^}]+)})+");

    String of(Scalar secret) {
        return Optional.of(secret.written())
                .filter(written -> REFERENCES.matcher(written).matches())
                .filter(written -> !written.equals(secret.text()))
                .or(() -> variable(secret))
                .orElse(Kinds.REDACTED);
    }

    private Optional<String> variable(Scalar secret) {
        return variables.values().entrySet().stream()
                .filter(variable -> variable.getValue().equals(secret))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> "${" + name + "}");
    }
}
