package io.jointly.local.workspace;

/**
 * Something a person has to know or to mend; the message is a whole sentence and is all that is
 * shown.
 */
public class LocalProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalProblem(String sentence) {
        super(sentence);
    }

    public LocalProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
