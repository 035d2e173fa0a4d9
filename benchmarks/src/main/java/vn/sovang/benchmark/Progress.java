package vn.sovang.benchmark;

/// What a waiting person sees, on standard error; results alone go to standard output.
final class Progress {
    private Progress() {}

    static void say(String what) {
        System.err.println("… " + what);
    }
}
