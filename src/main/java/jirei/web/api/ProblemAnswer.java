package jirei.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 shapes it.
 *
 * @param type what kind of problem, a stable URI
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail one sentence that names what was found
 * @param parameter the parameter at fault; left out where none is
 * @param value what it was; left out where no parameter is at fault
 * @param allowed what it may be; left out where no parameter is at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String parameter,
        @Nullable String value,
        @Nullable List<String> allowed) {}
