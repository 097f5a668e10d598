package org.iltlib.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall between growth and evaluation is held by the compiler: sources that climb it do not compile. */
class GrowthWallTest {
    private static final String TEMPLATE = """
            package acme;

            import java.time.LocalDate;
            import java.util.List;
            import org.iltlib.base.*;
            import org.iltlib.learning.*;
            import org.iltlib.learning.coaching.*;
            import org.iltlib.learning.evaluation.*;

            class Climber {
                static Object judge(
                        EntryId id, PersonId principal, LocalDate day, FormalObservation formal, Mentorship pair,
                        SkillEvidence skill, CoachingContact contact, CoachingJournal journal, CoachingCycle cycle,
                        CoachingActivity activity, TeacherFeedback feedback) {
                    return EXPRESSION;
                }
            }
            MORE
            """;

    @TempDir
    private Path folder;

    @Test
    void aFormalObservationCompilesIntoAnEvaluation() throws IOException {
        assertThat(errors("StaffEvaluation.of(id, principal, day, \"fine\", List.of(formal))", ""))
                .isEmpty();
        assertThat(errors("journal.findContent(principal)", "")).isEmpty();
        assertThat(errors("CoachingContact.builder().note(\"nine spoke\").mastered(true)", ""))
                .as("whoever writes it down may")
                .isEmpty();
    }

    @Test
    void noDataOnGrowthCompileIntoAnEvaluation() throws IOException {
        for (String growth : List.of(
                "pair", "skill", "contact", "cycle", "activity", "feedback", "journal.findContent(principal)")) {
            assertThat(errors("StaffEvaluation.of(id, principal, day, \"fine\", List.of(" + growth + "))", ""))
                    .as(growth)
                    .singleElement()
                    .asString()
                    .contains("incompatible types");
        }
    }

    @Test
    void noClassIsBothGrowthAndEvaluation() throws IOException {
        assertThat(errors("id", "abstract class Both implements PurposeLimited.Growth, PurposeLimited.Evaluative {}"))
                .isNotEmpty()
                .anySatisfy(error -> assertThat(error).contains("sealed"));
        String seen = """
                abstract class Seen extends FormalObservation implements PurposeLimited.Growth {
                    public AdultPurpose purpose() {
                        return AdultPurpose.EVALUATION;
                    }
                }
                """;
        assertThat(errors("id", seen)).singleElement().asString().contains("FormalObservation() is not public");
        assertThat(errors("id", "abstract class Note implements PurposeLimited.Growth {}"))
                .as("growth itself is open")
                .isEmpty();
    }

    @Test
    void theContentOfCoachingCannotBeReadWithoutSayingWhoReads() throws IOException {
        for (String content : List.of("contact.note()", "contact.step()", "contact.mastered()", "cycle.goal()")) {
            assertThat(errors(content, ""))
                    .as(content)
                    .singleElement()
                    .asString()
                    .contains("is not public");
        }
        for (String absent : List.of("activity.note()", "activity.goal()", "activity.step()", "activity.mastered()")) {
            assertThat(errors(absent, "")).as(absent).singleElement().asString().contains("cannot find symbol");
        }
    }

    private List<String> errors(String expression, String more) throws IOException {
        String text = TEMPLATE.replace("EXPRESSION", expression).replace("MORE", more);
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///acme/Climber.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            compiler.getTask(
                            null,
                            files,
                            found,
                            List.of("-proc:none", "-classpath", "target/classes", "-d", folder.toString()),
                            null,
                            List.of(source))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }
}
