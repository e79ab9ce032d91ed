package jirei.web.handler;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.web.export.ExportFormat;
import jirei.web.page.SiteAddress;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.Bulkhead;
import jirei.web.server.ContentDisposition;

/**
 * A requested file. Immutable.
 *
 * @param format the format
 * @param parameters the parameters except the format
 */
record FileDownload(ExportFormat format, QueryString parameters) {
    private static final String FORMAT = "format";
    private static final int MAX_NAME_LENGTH = 60;
    /** Characters that Windows rejects in file names. */
    private static final Pattern INVALID_IN_FILE_NAMES = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cs}\\s]+");

    /**
     * Parses the query string {@code raw}.
     *
     * @param known the parameters other than the format
     * @param allowed the allowed formats
     */
    static FileDownload read(String raw, List<String> known, List<ExportFormat> allowed) throws ProblemException {
        QueryString parameters = SearchParameters.parse(
                raw, Stream.concat(known.stream(), Stream.of(FORMAT)).toList());
        String id = SearchParameters.single(parameters, FORMAT, "");
        ExportFormat format = ExportFormat.named(id)
                .filter(allowed::contains)
                .orElseThrow(() -> new ProblemException(Problem.wrongValue(
                        FORMAT,
                        id,
                        allowed.stream().map(ExportFormat::id).toList(),
                        id.isEmpty() ? "ファイルの形式（format）を指定してください。" : "ファイルの形式に「" + id + "」は指定できません。")));
        return new FileDownload(format, parameters.without(FORMAT));
    }

    /** Returns the parameters as a query string. */
    String raw() {
        String written = parameters.toString();
        return written.isEmpty() ? "" : written.substring(1);
    }

    /** The content of a file, which is written in parts. */
    @FunctionalInterface
    interface Content {
        /** Writes the next part and returns whether there are more. */
        boolean writePart() throws IOException;
    }

    /** Opens the content of a file. */
    @FunctionalInterface
    interface Opening {
        Content open(OutputStream out) throws IOException;
    }

    /**
     * Responds with a file named after {@code title} and {@code day}. Each part is a task of {@code exports} that
     * writes to memory, so that no permit is held while a slow client receives it.
     */
    void send(Context context, String title, LocalDate day, Bulkhead exports, Opening opening)
            throws IOException, ProblemException {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        context.contentType(format.contentType());
        context.header("Content-Disposition", disposition("jirei-" + date, title + "_" + date));
        if (!context.method().equals(HandlerType.HEAD)) {
            var part = new ByteArrayOutputStream();
            Content content = opening.open(part);
            boolean hasNext;
            do {
                hasNext = exports.runWithoutLimit(content::writePart);
                part.writeTo(context.outputStream());
                part.reset();
            } while (hasNext);
        }
    }

    private String disposition(String ascii, String name) {
        String fitting = INVALID_IN_FILE_NAMES.matcher(name).replaceAll("_");
        String ending = "." + format.id();
        return ContentDisposition.attachment(ascii + ending, truncated(fitting) + ending);
    }

    private static String truncated(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME_LENGTH
                ? name
                : name.codePoints()
                                .limit(MAX_NAME_LENGTH - 10)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())
                        + "…" + name.substring(name.lastIndexOf('_'));
    }

    /** Returns {@code facts} followed by the day of the file and a remark on links that others cannot open. */
    static List<String> facts(List<String> facts, LocalDate day, SiteAddress address) {
        return Stream.concat(facts.stream(), Stream.of("書き出した日: " + day, address.remark()))
                .filter(fact -> !fact.isEmpty())
                .toList();
    }
}
