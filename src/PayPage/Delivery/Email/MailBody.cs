namespace PayPage.Delivery.Email;

/// <summary>What stands in a mail, written once and read twice: as plain text (<see cref="MailAsText"/>) and as HTML (<see cref="MailAsHtml"/>).</summary>
internal sealed class MailBody
{
    private readonly List<Block> _blocks = [];

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <param name="text">Null: nothing.</param>
    public MailBody Paragraph(string? text) => Add(text is null ? null : new Block.Words([new Run(text)]));

    /// <summary>A paragraph in which values stand that keep their own direction, and links.</summary>
    public MailBody Paragraph(IReadOnlyList<Run> runs) => Add(new Block.Words(runs));

    /// <summary>Words of somebody else: the merchant's to this customer.</summary>
    public MailBody Quote(string? text) => Add(text is null ? null : new Block.Quote(text));

    /// <summary>Less important than the rest.</summary>
    public MailBody Aside(string? text) => Add(text is null ? null : new Block.Aside([new Run(text)]));

    public MailBody Aside(IReadOnlyList<Run> runs) => Add(new Block.Aside(runs));

    /// <summary>The one figure that the mail is about.</summary>
    public MailBody Figure(string name, string value, string? note = null) => Add(new Block.Figure(name, value, note));

    public MailBody Fact(string name, string? value) => Add(value is null ? null : new Block.Pair(name, value));

    /// <summary>A row of an invoice: its name may be long, its amount stays in one line.</summary>
    public MailBody Item(string name, string amount) => Add(new Block.Pair(name, amount, IsItem: true));

    public MailBody Button(string label, Uri address) => Add(new Block.Link(label, address));

    private MailBody Add(Block? block)
    {
        if (block is not null)
        {
            _blocks.Add(block);
        }

        return this;
    }

    /// <param name="IsValue">Put in from outside: in a sentence of another direction it keeps its own.</param>
    /// <param name="Address">What it leads to; null: nothing.</param>
    internal sealed record Run(string Text, bool IsValue = false, Uri? Address = null);

    internal abstract record Block
    {
        internal sealed record Words(IReadOnlyList<Run> Runs) : Block;

        internal sealed record Quote(string Text) : Block;

        internal sealed record Aside(IReadOnlyList<Run> Runs) : Block;

        internal sealed record Figure(string Name, string Value, string? Note) : Block;

        internal sealed record Pair(string Name, string Value, bool IsItem = false) : Block;

        internal sealed record Link(string Label, Uri Address) : Block;
    }
}
