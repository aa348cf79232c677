package io.jointly.kit.idempotency;

/** Carries a stored answer past everything that would run again, to {@link ReplayMapper}. */
class Replay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredAnswers.Answer answer;

    Replay(StoredAnswers.Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    StoredAnswers.Answer answer() {
        return answer;
    }
}
