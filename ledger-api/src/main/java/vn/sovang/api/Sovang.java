package vn.sovang.api;

public final class Sovang {
    private Sovang() {}

    public static void main(String[] args) {}
}
