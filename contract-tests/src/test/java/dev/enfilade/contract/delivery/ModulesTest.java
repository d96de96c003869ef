package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The linked runtime has every module of Java that the jar can need. */
class ModulesTest {

    private static final Pattern LIST = Pattern.compile("^modules=(?:\\$modules,)?(\\S+)$", Pattern.MULTILINE);

    @Test
    void everyClassOfJavaWithinReachIsInALinkedModule() throws IOException {
        Map<String, String> modules = modulesByPackage();
        ShippedJar jar = ShippedJar.read();

        Set<String> needed = new HashSet<>();
        for (String reached : jar.withinReach()) {
            for (String name : jar.classes().named().getOrDefault(reached, Set.of())) {
                String module = modules.get(name.substring(0, Math.max(0, name.lastIndexOf('/'))));
                if (module != null) {
                    needed.add(module);
                }
            }
        }

        assertThat(needed).hasSizeGreaterThan(5).isSubsetOf(linked());
    }

    /** What is reached by name alone: signals, and the agent that traces. */
    @Test
    void modulesThatNoClassNamesAreLinkedToo() throws IOException {
        assertThat(linked()).contains("jdk.unsupported", "java.instrument");
    }

    private static Set<String> linked() throws IOException {
        Set<String> linked = new HashSet<>();
        LIST.matcher(Files.readString(Packaging.PROJECT.resolve("packaging/assemble")))
                .results()
                .flatMap(line -> Stream.of(line.group(1).split(",", -1)))
                .forEach(linked::add);
        return linked;
    }

    private static Map<String, String> modulesByPackage() {
        Map<String, String> modules = new HashMap<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            ModuleDescriptor descriptor = module.descriptor();
            descriptor.packages().forEach(name -> modules.put(name.replace('.', '/'), descriptor.name()));
        }
        return modules;
    }
}
