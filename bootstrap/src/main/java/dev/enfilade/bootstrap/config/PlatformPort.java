package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Origin.Layer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code PORT}, by which platforms say on which port they expect a server. It says nothing about the address, so that
 * stays.
 */
record PlatformPort(Variables variables, Consumer<String> notices) {

    private static final String PORT = "PORT";

    /** The address with that port, if nothing stronger than a file has set the address. */
    List<Setting> address(Mapping configuration) {
        Optional<Node> set = configuration.find(Keys.LISTEN.path());
        boolean fixed = set.filter(node -> node.origin().layer() != Layer.FILE).isPresent();
        Optional<ListenAddress> address = set.isPresent()
                ? set.flatMap(node -> Keys.LISTEN.kind().read(node, KeyPath.TOP, new Problems()))
                : Keys.LISTEN.usualValue();
        return variables
                .find(PORT)
                .flatMap(port -> number(port)
                        .flatMap(number -> address.filter(_ -> !fixed)
                                .map(it -> port.meaning(it.withPort(number).toString()))))
                .map(listen -> new Setting(Keys.LISTEN.path(), listen))
                .stream()
                .toList();
    }

    private Optional<Integer> number(Scalar port) {
        Optional<Integer> number = Optional.of(port.text())
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(it -> it <= 65_535);
        if (number.isEmpty()) {
            notices.accept("PORT is ignored (expected a number from 0 to 65535)");
        }
        return number;
    }
}
