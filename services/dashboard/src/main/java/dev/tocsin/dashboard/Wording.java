package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.Moment;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Reader;
import dev.tocsin.dashboard.words.Speech;
import dev.tocsin.dashboard.words.Theme;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * What templates can say of words and readers: {@code {t:section('key', value)}} is a text in the reader's language,
 * {@code {t:section('prefix.', value)}} what a value of a message is called there,
 * {@code {reader:time(moment)}} a time in it, {@code {reader:words('section')}} the JSON of sections for scripts, {@code {reader:language}}, {@code {reader:theme}} and
 * {@code {reader:scheme}} who reads, {@code {list:of('a', 'b')}} the values themselves.
 */
@Singleton
final class Wording {
    private static final String READER = "tocsin.reader";
    /** Every page has a header, times and errors. */
    private static final String COMMON = "common";

    private final Catalogue catalogue = new Catalogue();

    void configure(@Observes EngineBuilder engine) {
        engine.addNamespaceResolver(
                NamespaceResolver.builder("t").resolveAsync(this::say).build());
        engine.addNamespaceResolver(
                NamespaceResolver.builder("reader").resolveAsync(this::told).build());
        engine.addNamespaceResolver(NamespaceResolver.builder("list")
                .resolveAsync(context -> values(context).thenApply(List::copyOf))
                .build());
    }

    /** The words of a section for who asks. */
    Speech speech(String section) {
        return speech(Html.reader(), section);
    }

    Speech speech(Reader reader, String section) {
        return catalogue.speech(reader.language(), section);
    }

    /** The page, for that reader. */
    static TemplateInstance to(Reader reader, TemplateInstance page) {
        return page.setAttribute(READER, reader).setLocale(reader.language().locale());
    }

    private CompletionStage<Object> say(EvalContext context) {
        return values(context).thenApply(values -> {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("{t:" + context.getName() + "(…)} names no key");
            }
            var language = reader(context).language();
            var key = String.valueOf(values.getFirst());
            var rest = values.subList(1, values.size()).toArray();
            return key.endsWith(".") && rest.length == 1
                    ? catalogue.name(language, context.getName(), key, String.valueOf(rest[0]))
                    : catalogue.say(language, context.getName(), key, rest);
        });
    }

    private CompletionStage<Object> told(EvalContext context) {
        var reader = reader(context);
        return values(context).thenApply(values -> switch (context.getName()) {
            case "language" -> reader.language().tag();
            case "theme" -> reader.theme().word();
            case "scheme" -> reader.theme().scheme();
            case "languages" -> List.of(Language.values());
            case "themes" -> List.of(Theme.values());
            case "words" -> words(reader, values);
            case "time" -> time(reader, values.getFirst());
            default -> throw new IllegalArgumentException("a reader has no " + context.getName());
        });
    }

    private static Object time(Reader reader, Object value) {
        return value instanceof Moment moment ? moment.in(reader.language().locale()) : String.valueOf(value);
    }

    private RawString words(Reader reader, List<Object> sections) {
        var names = new ArrayList<String>();
        names.add(COMMON);
        sections.forEach(section -> names.add(String.valueOf(section)));
        return new RawString(catalogue.json(reader.language(), names));
    }

    private static Reader reader(EvalContext context) {
        return context.getAttribute(READER) instanceof Reader reader ? reader : Reader.ANYBODY;
    }

    private static CompletionStage<List<Object>> values(EvalContext context) {
        var evaluated = EvaluatedParams.evaluate(context);
        return evaluated.stage.thenApply(done -> {
            var values = new ArrayList<Object>();
            for (int i = 0; i < context.getParams().size(); i++) {
                values.add(value(evaluated, i));
            }
            return values;
        });
    }

    private static Object value(EvaluatedParams evaluated, int index) {
        try {
            return evaluated.getResult(index);
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
