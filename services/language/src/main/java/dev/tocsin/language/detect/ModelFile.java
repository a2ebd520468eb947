package dev.tocsin.language.detect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.DataReader;

/**
 * Reads OpenNLP's language model as a stream and keeps only what the wanted languages need. The library's own loader
 * would hold all 103 languages as objects, about 100 MB. The format is that of OpenNLP's {@code BinaryGISModelReader}:
 * a header, the outcomes, the patterns (how many n-grams share which outcomes), the n-grams, then the weights in the
 * order of the patterns.
 */
final class ModelFile {
    private static final String RESOURCE = "/langdetect-183.bin";
    private static final String ENTRY = "langdetect.model";

    private ModelFile() {}

    /** The weights for those ISO 639-3 codes; a code that the model does not know is left out. */
    static NgramWeights read(Collection<String> wanted) {
        try (var resource = open();
                var zip = new ZipInputStream(new BufferedInputStream(resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(ENTRY)) {
                    return read(new BinaryFileDataReader(zip), wanted);
                }
            }
            throw new IllegalStateException("the language model " + RESOURCE + " has no " + ENTRY);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the language model " + RESOURCE, e);
        }
    }

    private static InputStream open() {
        var resource = ModelFile.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("the language model " + RESOURCE + " is not on the class path");
        }
        return resource;
    }

    private static NgramWeights read(DataReader in, Collection<String> wanted) throws IOException {
        if (!in.readUTF().equals("GIS")) {
            throw new IOException(ENTRY + " is not a GIS model");
        }
        in.readInt(); // the correction constant and parameter, unused since OpenNLP 1.8
        in.readDouble();
        var outcomes = strings(in);
        var codes = outcomes.stream().filter(wanted::contains).toList();
        var codeOf = outcomes.stream().mapToInt(codes::indexOf).toArray();
        var patterns = strings(in);
        var ngrams = strings(in).stream().mapToLong(NgramWeights::key).toArray();
        var builder = new NgramWeights.Builder(codes);
        int ngram = 0;
        for (var pattern : patterns) {
            var numbers = Arrays.stream(pattern.split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (int i = 0; i < numbers[0]; i++) {
                int kept = 0;
                for (int o = 1; o < numbers.length; o++) {
                    double weight = in.readDouble();
                    if (codeOf[numbers[o]] >= 0) {
                        builder.weight(codeOf[numbers[o]], weight);
                        kept++;
                    }
                }
                if (kept > 0) {
                    builder.ngram(ngrams[ngram], kept);
                }
                ngram++;
            }
        }
        return builder.build();
    }

    private static List<String> strings(DataReader in) throws IOException {
        var strings = new String[in.readInt()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.readUTF();
        }
        return Arrays.asList(strings);
    }
}
