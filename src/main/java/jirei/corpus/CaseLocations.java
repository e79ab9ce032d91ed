package jirei.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The places of the cases of a corpus by id, and the documents they were imported from. Nothing else is read, so that files with
 * faults are found too. An unreadable file is skipped. Immutable.
 */
public final class CaseLocations {
    /** Number of bytes of a case file in which the front matter is searched for the id. */
    private static final int HEAD_BYTES = 1 << 16;
    /** Number of bytes of a line of JSON that are searched for the id. */
    private static final int MAX_LINE_BYTES = 16 << 20;

    private static final Pattern FRONT_MATTER_ID =
            Pattern.compile("(?m)^id:[ \\t]*+[\"']?([A-Za-z0-9][A-Za-z0-9._-]{0,99})[\"']?[ \\t]*+\\r?$");
    private static final Pattern FRONT_MATTER_SOURCE =
            Pattern.compile("(?m)^  (file|sha256):[ \\t]++(\\S[^\\r\\n]*+)\\r?$");
    private static final Pattern FRONT_MATTER_END = Pattern.compile("(?m)^---[ \\t]*+\\r?$");

    private final Map<String, Location> byId = new HashMap<>();
    private final Map<Path, FileIds> byFile = new HashMap<>();
    private final Map<Document, List<String>> byDocument = new LinkedHashMap<>();

    /** The ids in a file, with their lines and by document, as long as it has this state. Not changed once it is read. */
    private record FileIds(FileState state, Map<String, Integer> lines, Map<Document, List<String>> byDocument) {
        FileIds(FileState state) {
            this(state, new HashMap<>(), new LinkedHashMap<>());
        }

        void add(String id, int line, Document document) {
            if (lines.putIfAbsent(id, line) == null) {
                byDocument.computeIfAbsent(document, any -> new ArrayList<>(1)).add(id);
            }
        }
    }

    /** What changes if a file is written. Immutable. */
    private record FileState(long size, FileTime modified, @Nullable Object key) {
        static FileState of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /**
     * The place of a case. Immutable.
     *
     * @param file the file
     * @param line the line of the case in a JSON Lines file, from 1; 0 if the file is a case file of its own
     */
    public record Location(Path file, int line) {
        /** Returns whether the case is a line of a JSON Lines file. */
        public boolean isLine() {
            return line > 0;
        }

        /** Returns the file, with the line if it has one. */
        @Override
        public String toString() {
            return isLine() ? file + ":" + line : file.toString();
        }
    }

    /**
     * The document from which a case was imported, as the case names it. Immutable.
     *
     * @param file the name of the file, with the folder or archive that contains it; empty if unknown
     * @param sha256 the SHA-256 of the file; empty if unknown
     */
    public record Document(String file, String sha256) {
        /** The document of a case that names none. */
        public static final Document NONE = new Document("", "");
    }

    private CaseLocations() {}

    /**
     * Finds the cases of {@code corpusDirectory}; none if it does not exist. If an id occurs more than once, the first
     * place in path order is used.
     *
     * @throws IOException if the directory cannot be listed
     */
    public static CaseLocations in(Path corpusDirectory) throws IOException {
        return new CaseLocations().again(corpusDirectory);
    }

    /**
     * Finds the cases of {@code corpusDirectory} as {@link #in} does, but reads only the files that have changed since this was found.
     *
     * @throws IOException if the directory cannot be listed
     */
    public CaseLocations again(Path corpusDirectory) throws IOException {
        var locations = new CaseLocations();
        for (Path file : CorpusFiles.in(corpusDirectory).cases()) {
            try {
                FileState state = FileState.of(file);
                FileIds before = byFile.get(file);
                locations.add(file, before != null && before.state().equals(state) ? before : read(file, state));
            } catch (IOException unreadable) {
                // reported by "check" and when the corpus is indexed
            }
        }
        return locations;
    }

    /**
     * Returns when the file of each case was last written, by id: the newest first; of one file, the last lines first, as
     * cases are appended.
     */
    public Map<String, Instant> newestFirst() {
        Map<String, Instant> times = new LinkedHashMap<>();
        byId.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Location> entry) -> written(entry.getValue()))
                        .thenComparing(entry -> entry.getValue().line())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> times.put(entry.getKey(), written(entry.getValue())));
        return Collections.unmodifiableMap(times);
    }

    private Instant written(Location location) {
        FileIds file = byFile.get(location.file());
        return file == null ? Instant.EPOCH : file.state().modified().toInstant();
    }

    /**
     * Returns the ids of all cases by the document that they name, {@link Document#NONE} for those that name none. Both are in the order
     * of the files.
     */
    public Map<Document, List<String>> byDocument() {
        return Collections.unmodifiableMap(byDocument);
    }

    private void add(Path file, FileIds ids) {
        byFile.put(file, ids);
        ids.byDocument().forEach((document, ofDocument) -> {
            for (String id : ofDocument) {
                if (byId.putIfAbsent(id, new Location(file, ids.lines().getOrDefault(id, 0))) == null) {
                    byDocument
                            .computeIfAbsent(document, any -> new ArrayList<>())
                            .add(id);
                }
            }
        });
    }

    private static FileIds read(Path file, FileState state) throws IOException {
        var ids = new FileIds(state);
        if (CorpusFiles.isJsonLines(file)) {
            addLines(file, ids);
        } else {
            addCaseFile(file, ids);
        }
        return ids;
    }

    /** Returns the place of the case with {@code id}; empty if the corpus has none. */
    public Optional<Location> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static void addCaseFile(Path file, FileIds ids) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1); // ids are ASCII
        }
        int end = FRONT_MATTER_END
                .matcher(head)
                .results()
                .skip(1)
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(head.length());
        Matcher id = FRONT_MATTER_ID.matcher(head).region(0, end);
        if (id.find()) {
            ids.add(id.group(1), 0, frontMatterDocument(head.substring(0, end)));
        }
    }

    private static Document frontMatterDocument(String frontMatter) {
        Map<String, String> fields = new HashMap<>();
        FRONT_MATTER_SOURCE
                .matcher(frontMatter)
                .results()
                .forEach(field -> fields.putIfAbsent(field.group(1), unquoted(field.group(2))));
        return fields.isEmpty()
                ? Document.NONE
                : new Document(fields.getOrDefault("file", ""), fields.getOrDefault("sha256", ""));
    }

    /** Returns the text of a value in YAML, whose bytes were read as characters. */
    private static String unquoted(String value) {
        String text = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        try {
            return text.startsWith("\"") ? JsonMapper.shared().readValue(text, String.class) : text;
        } catch (JacksonException notJson) {
            return text;
        }
    }

    private static void addLines(Path file, FileIds ids) throws IOException {
        int number = 1;
        var line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    addLine(number, line, ids);
                    number++;
                } else if (line.size() < MAX_LINE_BYTES) {
                    line.write(next);
                }
            }
        }
        addLine(number, line, ids);
    }

    private static void addLine(int number, ByteArrayOutputStream line, FileIds ids) {
        String json = line.toString(StandardCharsets.UTF_8);
        line.reset();
        String id = "";
        @Nullable Document document = null;
        try (JsonParser parser = JsonMapper.shared().createParser(json)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && (id.isEmpty() || document == null) && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("source") && value == JsonToken.START_OBJECT) {
                    document = document(parser);
                } else if (name.equals("id") && value == JsonToken.VALUE_STRING) {
                    id = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException invalid) {
            // no case, or one with a fault behind what was found
        }
        if (!id.isEmpty()) {
            ids.add(id, number, document == null ? Document.NONE : document);
        }
    }

    private static Document document(JsonParser source) {
        String file = "";
        String sha256 = "";
        while (source.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = source.currentName();
            boolean isText = source.nextToken() == JsonToken.VALUE_STRING;
            if (isText && name.equals("file")) {
                file = source.getString();
            } else if (isText && name.equals("sha256")) {
                sha256 = source.getString();
            } else {
                source.skipChildren();
            }
        }
        return new Document(file, sha256);
    }
}
