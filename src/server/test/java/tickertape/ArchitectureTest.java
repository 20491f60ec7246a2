package tickertape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// The arrows of the map in `package-info`: who may import whom.
@AnalyzeClasses(packages = "tickertape", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {

    /// Leaves out the tests, which this build compiles to a folder that ArchUnit's own option does not know.
    static final class NoTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final String[] FOUNDATIONS = {
        "tickertape.market..",
        "tickertape.tape..",
        "tickertape.identity..",
        "tickertape.store..",
        "tickertape.web..",
        "tickertape.wire.."
    };

    @ArchTest
    static final ArchRule theMarketHasNeverHeardOfTheTape = noClasses()
            .that()
            .resideInAPackage("tickertape.market..")
            .should()
            .dependOnClassesThat(oursOutside("market"));

    @ArchTest
    static final ArchRule theTapeHasNeverHeardOfStocks = noClasses()
            .that()
            .resideInAPackage("tickertape.tape..")
            .and()
            .resideOutsideOfPackage("tickertape.tape.stream..")
            .should()
            .dependOnClassesThat(oursOutside("tape"));

    @ArchTest
    static final ArchRule theStreamAsksOnlyWhoIsThere = noClasses()
            .that()
            .resideInAPackage("tickertape.tape.stream..")
            .should()
            .dependOnClassesThat(oursOutside("tape").and(resideOutsideOfPackages("tickertape.identity..")));

    @ArchTest
    static final ArchRule theIdentityKeepsAccountsAndKnowsNothingElse = noClasses()
            .that()
            .resideInAPackage("tickertape.identity..")
            .should()
            .dependOnClassesThat(oursOutside("identity").and(resideOutsideOfPackages("tickertape.store..")));

    @ArchTest
    static final ArchRule onlyTheIdentityLooksAtTokens = noClasses()
            .that()
            .resideOutsideOfPackage("tickertape.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.nimbusds..",
                    "tickertape.identity.jwt..",
                    "tickertape.identity.token..",
                    "tickertape.identity.audit..");

    @ArchTest
    static final ArchRule theClusterKnowsOnlyWhatIsShared = noClasses()
            .that()
            .resideInAPackage("tickertape.cluster..")
            .should()
            .dependOnClassesThat(
                    oursOutside("cluster").and(resideOutsideOfPackages("tickertape.market..", "tickertape.tape..")))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("tickertape.wire..");

    @ArchTest
    static final ArchRule nobodyKnowsHowTheTapeIsShared = noClasses()
            .that()
            .resideOutsideOfPackage("tickertape.cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tickertape.cluster..");

    @ArchTest
    static final ArchRule theStoreHasNeverHeardOfStocksNorOfTheTape = noClasses()
            .that()
            .resideInAPackage("tickertape.store..")
            .should()
            .dependOnClassesThat(oursOutside("store"))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("tickertape.wire..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsHowTablesAreMade = noClasses()
            .that()
            .resideOutsideOfPackage("tickertape.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.flywaydb..", "org.h2..", "org.postgresql..");

    @ArchTest
    static final ArchRule theTapeKnowsOnlyTheStreamsOwnEventsOfTheWire = noClasses()
            .that()
            .resideInAPackage("tickertape.tape..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Quote.class, Trade.class, MarketStatus.class, MarketEvent.class, Symbol.class);

    @ArchTest
    static final ArchRule theWireImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("tickertape.wire..")
            .should()
            .dependOnClassesThat(
                    are(resideInAPackage("tickertape..").and(resideOutsideOfPackages("tickertape.wire.."))));

    @ArchTest
    static final ArchRule theLogHasNeverHeardOfStreams = noClasses()
            .that()
            .resideInAPackage("tickertape.tape")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tickertape.tape.stream..");

    @ArchTest
    static final ArchRule theWebImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("tickertape.web..")
            .should()
            .dependOnClassesThat(
                    are(resideInAPackage("tickertape..").and(resideOutsideOfPackages("tickertape.web.."))));

    @ArchTest
    static final ArchRule featuresImportFoundationsButNeverOneAnother = slices().matching("tickertape.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(FOUNDATIONS));

    @ArchTest
    static final ArchRule theClientKnowsOnlyWhatGoesOverTheWire = noClasses()
            .that()
            .resideInAPackage("tickertape.client..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("tickertape..")
                    .and(resideOutsideOfPackages("tickertape.client..", "tickertape.wire.."))));

    @ArchTest
    static final ArchRule nobodyHereUsesTheClient = noClasses()
            .that()
            .resideOutsideOfPackage("tickertape.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tickertape.client..");

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage("tickertape.tape", "tickertape.market..")
            .and()
            .areNotAnnotatedWith("jakarta.ejb.Singleton")
            .and()
            .haveSimpleNameNotEndingWith("Beans")
            .and()
            .haveSimpleNameNotEndingWith("Settings")
            .and()
            .haveSimpleNameNotEndingWith("Health")
            .and()
            .haveSimpleNameNotEndingWith("Metrics")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ejb..",
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "jakarta.enterprise..",
                    "jakarta.inject..");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("tickertape.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromOutside = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("tickertape.web.ClockBeans")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule nobodySleepsOrStartsThreads = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callMethod(Thread.class, "start")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class);

    @ArchTest
    static final ArchRule resourcesAreNamedForWhatTheyAre =
            classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule resourcesSayHowTheyTreatPrices = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("tickertape.identity.DelaysPrices")
            .orShould()
            .beAnnotatedWith("tickertape.identity.TellsNoPrices");

    private static DescribedPredicate<JavaClass> oursOutside(String foundation) {
        return resideInAPackage("tickertape..")
                .and(resideOutsideOfPackages(
                        "tickertape." + foundation + "..", "tickertape.web..", "tickertape.wire.."))
                .as("classes of ours outside %s, web and wire", foundation);
    }
}
