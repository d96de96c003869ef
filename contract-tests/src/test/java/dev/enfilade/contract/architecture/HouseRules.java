package dev.enfilade.contract.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules of the house below a root package, by name. The root is a parameter so that the same rules run on a bad
 * house.
 */
final class HouseRules {

    private final String root;
    private final String domain;
    private final String application;
    private final String adapters;
    private final String inbound;
    private final String outbound;
    private final String bootstrap;

    HouseRules(String root) {
        this.root = root;
        this.domain = root + ".domain..";
        this.application = root + ".application..";
        this.adapters = root + ".adapter..";
        this.inbound = root + ".adapter.in..";
        this.outbound = root + ".adapter.out..";
        this.bootstrap = root + ".bootstrap..";
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("the domain knows only itself", domainKnowsItself());
        rules.put("the application knows only the domain", applicationKnowsTheDomain());
        rules.put("adapters never see each other", adaptersApart());
        rules.put("surfaces see no driven port", surfacesSeeNoDrivenPort());
        rules.put("backends see no driving port", backendsSeeNoDrivingPort());
        rules.put("nobody sees the bootstrap", nobodySeesTheBootstrap());
        rules.put("Jackson stays in adapters and bootstrap", only("com.fasterxml.jackson..", adapters, bootstrap));
        rules.put("Javalin stays in surfaces and bootstrap", only("io.javalin..", inbound, bootstrap));
        rules.put("the SDK stays in its adapter", only("com.openai..", root + ".adapter.out.openai.."));
        rules.put("Dagger stays in bootstrap", only("dagger..", bootstrap));
        rules.put("logging stays in bootstrap", only("org.slf4j..", bootstrap));
        rules.put("ports are interfaces with one method", portsHaveOneMethod());
        rules.put("the domain holds values", domainHoldsValues());
        rules.put("a surface is entered by its door", surfacesHaveOneDoor());
        rules.put("pieces of an endpoint are package-private", endpointPiecesAreHidden());
        rules.put("mappers are pure", mappersArePure());
        rules.put("time and threads come from bootstrap", timeComesFromBootstrap());
        rules.put(
                "packages have no cycles",
                slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put("every package is null-marked", classes().should(HouseConditions.beInANullMarkedPackage()));
        rules.put("no class is named for nothing", namesSayWhatAThingIs());
        return rules;
    }

    private ArchRule domainKnowsItself() {
        return classes().that().resideInAPackage(domain).should().onlyDependOnClassesThat(allowed(domain));
    }

    private ArchRule applicationKnowsTheDomain() {
        return classes()
                .that()
                .resideInAPackage(application)
                .should()
                .onlyDependOnClassesThat(allowed(domain, application));
    }

    /** The plain parts of the JDK, JSpecify, and these packages. */
    private static DescribedPredicate<JavaClass> allowed(String... packages) {
        return resideInAnyPackage("java.lang..", "java.util..", "java.time..", "org.jspecify.annotations")
                .or(resideInAnyPackage(packages))
                .or(JavaClass.Predicates.belongToAnyOf(boolean.class, int.class, long.class, double.class, float.class))
                .as("plain Java or %s", String.join(", ", packages));
    }

    private ArchRule adaptersApart() {
        return slices().matching(root + ".adapter.(*.*)..").should().notDependOnEachOther();
    }

    private ArchRule surfacesSeeNoDrivenPort() {
        return noClasses()
                .that()
                .resideInAPackage(inbound)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".application.port.out..", root + ".application.service..");
    }

    private ArchRule backendsSeeNoDrivingPort() {
        return noClasses()
                .that()
                .resideInAPackage(outbound)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".application.port.in..", root + ".application.service..");
    }

    private ArchRule nobodySeesTheBootstrap() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(bootstrap, root + ".launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(bootstrap);
    }

    private static ArchRule only(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(resideInAPackage(library));
    }

    private ArchRule portsHaveOneMethod() {
        return classes()
                .that()
                .resideInAPackage(root + ".application.port..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beInterfaces()
                .andShould(HouseConditions.haveOneAbstractMethod());
    }

    private ArchRule domainHoldsValues() {
        return classes()
                .that()
                .resideInAPackage(domain)
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(HouseConditions.beValues("FailureException", "ToolCallAssembler", "Vector"));
    }

    /**
     * What rooms of a surface have in public is for its other rooms; how options are set, bootstrap asks one of them.
     */
    private ArchRule surfacesHaveOneDoor() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(inbound)
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".adapter.in.*.*..")
                        .and(JavaClass.Predicates.simpleName("SetOption").negate()));
    }

    /** The others are pieces of several endpoints, in rooms of their own. */
    private ArchRule endpointPiecesAreHidden() {
        return classes()
                .that()
                .resideInAPackage(inbound)
                .and()
                .haveNameMatching(".*(Endpoint|Mapper|Wire|Writer)")
                .and()
                .haveNameNotMatching(".*\\.(http\\.NdjsonWriter|option\\.OptionsMapper|conversation\\.MediaMapper)")
                .should()
                .bePackagePrivate();
    }

    private ArchRule mappersArePure() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Mapper")
                .should(HouseConditions.haveOnlyConstants())
                .andShould()
                .onlyDependOnClassesThat(
                        JavaClass.Predicates.resideOutsideOfPackages("java.io..", "java.net..", "java.nio.file..")
                                .and(DescribedPredicate.not(HouseConditions.clocks())));
    }

    /**
     * The only threads elsewhere are the transport's: one that ends calls which take too long, and look-ups of names,
     * which the JDK cannot interrupt.
     */
    private ArchRule timeComesFromBootstrap() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(bootstrap)
                .and()
                .doNotHaveFullyQualifiedName(root + ".adapter.out.openai.transport.Calls")
                .and()
                .doNotHaveFullyQualifiedName(root + ".adapter.out.openai.transport.NameLookup")
                .and()
                .doNotHaveFullyQualifiedName(root + ".adapter.in.openai.Downstream")
                .and()
                .haveNameNotMatching(".*\\.adapter\\.in\\.openai\\.Heartbeat(\\$.*)?")
                .should(HouseConditions.readTheClockOrStartThreads());
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)");
    }
}
