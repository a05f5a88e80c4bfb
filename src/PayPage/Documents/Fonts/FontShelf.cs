namespace PayPage.Documents.Fonts;

/// <summary>The fonts that are built in, read when first asked for and kept. Noto, under the SIL Open Font License (OFL.txt beside this file).</summary>
internal static class FontShelf
{
    private static readonly Lazy<TypeFamily> LazyRegular = new(() => Family("Regular"));
    private static readonly Lazy<TypeFamily> LazyBold = new(() => Family("Bold"));

    public static TypeFamily Regular => LazyRegular.Value;

    public static TypeFamily Bold => LazyBold.Value;

    private static TypeFamily Family(string weight) => new([Read($"NotoSans-{weight}"), Read($"NotoSansArabic-{weight}"), Read($"NotoSansHebrew-{weight}")]);

    private static TrueTypeFile Read(string name)
    {
        using var stream = typeof(FontShelf).Assembly.GetManifestResourceStream($"PayPage.Documents.Fonts.{name}.ttf")!;    // built in
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new TrueTypeFile(name, bytes.ToArray());
    }
}
