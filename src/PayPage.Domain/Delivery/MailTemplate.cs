using System.Text;

namespace PayPage.Domain.Delivery;

/// <summary>A merchant's own words for a mail, with placeholders such as <c>{{ customer_name }}</c>. Text and nothing else: it is never run.</summary>
/// <remarks>What stands in for a placeholder is not read again, so that no customer can name himself <c>{{ secure_payment_url }}</c>.</remarks>
public sealed class MailTemplate
{
    public const int SubjectLength = 200;
    public const int MessageLength = 2000;

    private const string Open = "{{";
    private const string Close = "}}";

    private static readonly Dictionary<string, MailSlot> Slots = new(StringComparer.Ordinal)
    {
        ["customer_name"] = MailSlot.CustomerName,
        ["amount"] = MailSlot.Amount,
        ["currency"] = MailSlot.Currency,
        ["secure_payment_url"] = MailSlot.SecurePaymentUrl,
        ["due_date"] = MailSlot.DueDate,
        ["invoice_number"] = MailSlot.InvoiceNumber,
        ["merchant_name"] = MailSlot.MerchantName,
    };

    private MailTemplate(IReadOnlyList<MailPart> parts) => Parts = parts;

    /// <summary>In the order in which they are read.</summary>
    public IReadOnlyList<MailPart> Parts { get; }

    /// <summary>Whether the link stands in it.</summary>
    public bool HoldsLink => Parts.Any(part => part is MailPart.Slot { Name: MailSlot.SecurePaymentUrl });

    /// <summary>For a subject: one line, and no link in it, for subjects are shown on locked screens and kept in logs.</summary>
    public static MailReading ReadSubject(string text)
    {
        var reading = Read(text, SubjectLength);

        return text.AsSpan().IndexOfAny('\r', '\n') >= 0 ? new MailReading.Faulty("Write the subject in one line.")
            : reading is MailReading.Read { Template.HoldsLink: true }
                ? new MailReading.Faulty("{{ secure_payment_url }} may stand in the message only: a link in a subject can be read on a locked screen.")
            : reading;
    }

    public static MailReading ReadMessage(string text) => Read(text, MessageLength);

    private static MailReading Read(string text, int longest)
    {
        if (text.Length > longest)
        {
            return new MailReading.Faulty($"Write at most {longest} characters.");
        }

        var parts = new List<MailPart>();
        var rest = text;

        while (rest.Length > 0)
        {
            var open = rest.IndexOf(Open, StringComparison.Ordinal);
            var before = open < 0 ? rest : rest[..open];

            if (before.Contains(Close, StringComparison.Ordinal))
            {
                return new MailReading.Faulty($"{Close} closes nothing. A placeholder is written like {{{{ invoice_number }}}}.");
            }

            if (before.Length > 0)
            {
                parts.Add(new MailPart.Words(before));
            }

            if (open < 0)
            {
                break;
            }

            var close = rest.IndexOf(Close, open, StringComparison.Ordinal);
            var name = close < 0 ? "" : rest[(open + Open.Length)..close].Trim();

            if (close < 0 || name.Contains(Open, StringComparison.Ordinal))
            {
                return new MailReading.Faulty($"A placeholder is not closed. It is written like {{{{ invoice_number }}}}, and none stands inside another.");
            }

            if (!Slots.TryGetValue(name, out var slot))
            {
                return new MailReading.Faulty($"{{{{ {Shown(name)} }}}} is not known. There are: {string.Join(", ", Slots.Keys)}.");
            }

            parts.Add(new MailPart.Slot(slot));
            rest = rest[(close + Close.Length)..];
        }

        return new MailReading.Read(new MailTemplate(parts));
    }

    /// <summary>Enough of what somebody typed to find it again.</summary>
    private static string Shown(string name)
    {
        const int enough = 40;
        var clean = new StringBuilder(FreeText.Clean(name));
        return clean.Length <= enough ? clean.ToString() : $"{clean.ToString(0, enough)}…";
    }
}

/// <summary>What a merchant may let stand in his words.</summary>
public enum MailSlot
{
    CustomerName,

    /// <summary>What is due, as the reader's language writes it, with its currency.</summary>
    Amount,

    /// <summary>Three letters of ISO 4217.</summary>
    Currency,

    SecurePaymentUrl,

    DueDate,

    InvoiceNumber,

    MerchantName,
}

public abstract record MailPart
{
    private MailPart()
    {
    }

    public sealed record Words(string Text) : MailPart;

    public sealed record Slot(MailSlot Name) : MailPart;
}

public abstract record MailReading
{
    private MailReading()
    {
    }

    public sealed record Read(MailTemplate Template) : MailReading;

    /// <param name="Message">What is wrong and what to do, for the merchant.</param>
    public sealed record Faulty(string Message) : MailReading;
}
