using PayPage.Documents.Text;

namespace PayPage.Documents.Layout;

/// <summary>Short texts side by side: who sends, who is meant, and the paper's facts.</summary>
internal sealed class Columns(Galley galley)
{
    private const double Spacing = 4;

    private readonly List<List<(List<TextLine> Label, List<TextLine> Text)>> _columns = [];

    /// <summary>How wide one of three is.</summary>
    public double Width => (galley.Width - (2 * Galley.Gap)) / 3;

    public Columns Next()
    {
        _columns.Add([]);
        return this;
    }

    /// <param name="label">Our word for it.</param>
    /// <param name="texts">What is said under it, each beginning a line; those that are empty are left out.</param>
    public Columns Add(string label, params ReadOnlySpan<string?> texts)
    {
        var lines = new List<TextLine>();

        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                lines.AddRange(galley.Quote(text, lines.Count == 0 ? Ink.Strong : Ink.Body, Width));
            }
        }

        if (lines.Count > 0)
        {
            _columns[^1].Add((galley.Say(label, Ink.Label, Width), lines));
        }

        return this;
    }

    public void Place()
    {
        var (top, bottom) = (galley.Y, galley.Y);

        for (var i = 0; i < _columns.Count; i++)
        {
            var (x, y) = (Galley.Margin + (i * (Width + Galley.Gap)), top);

            foreach (var (label, text) in _columns[i])
            {
                var tag = galley.Root.Add("P");
                galley.Sheet.Text(label, x, y, Width, Side.Start, tag);
                y += Galley.Height(label);
                galley.Sheet.Text(text, x, y, Width, Side.Start, tag);
                y += Galley.Height(text) + Spacing;
            }

            bottom = Math.Max(bottom, y);
        }

        galley.Y = bottom + (Galley.Gap / 2);
    }
}
