using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases.Previews;

/// <summary>The fields of the settings' forms, by the names of the merchant's members. What the form does not have stays as it is saved; what is blank is taken away.</summary>
/// <remarks>A picture is not among them: it is too large to travel in an address, and is shown once it is saved.</remarks>
internal static class MerchantFields
{
    private const int LanguageLength = 35;    // RFC 5646 4.4.1: room for any tag that there is

    private static readonly Dictionary<string, Func<Merchant, string, string?>> Members = new(StringComparer.Ordinal)
    {
        [nameof(Merchant.Name)] = (m, text) => Required(text, Merchant.NameLength, name => m.Name = name),
        [nameof(Merchant.LegalName)] = (m, text) => Line(text, Merchant.LegalLength, name => m.LegalName = name),
        [nameof(Merchant.Email)] = (m, text) => EmailAddress.TryParse(text.Trim(), out var email) ? Done(() => m.Email = email) : "Write one e-mail address.",
        [nameof(Merchant.Phone)] = (m, text) => Line(text, Merchant.NameLength, phone => m.Phone = phone),
        [nameof(Merchant.Address)] = (m, text) => Lines(text, Merchant.LegalLength, address => m.Address = address),
        [nameof(Merchant.Legal)] = (m, text) => Lines(text, Merchant.LegalLength, legal => m.Legal = legal),
        [nameof(Merchant.Color)] = ReadColor,
        [nameof(Merchant.Terms)] = (m, text) => Web(text, address => m.Terms = address),
        [nameof(Merchant.Privacy)] = (m, text) => Web(text, address => m.Privacy = address),
        [nameof(Merchant.MailSubject)] = (m, text) => Template(text, MailTemplate.ReadSubject, subject => m.MailSubject = subject),
        [nameof(Merchant.MailMessage)] = (m, text) => Template(text, MailTemplate.ReadMessage, message => m.MailMessage = message),
        [nameof(Merchant.ReminderMessage)] = (m, text) => Template(text, MailTemplate.ReadMessage, message => m.ReminderMessage = message),
        [nameof(Merchant.TimeZone)] = (m, text) => TimeZoneInfo.TryFindSystemTimeZoneById(text.Trim(), out _) ? Done(() => m.TimeZone = text.Trim()) : "Choose a time zone.",
        [nameof(Merchant.Language)] = (m, text) => Required(text, LanguageLength, tag => m.Language = tag),
        [nameof(Merchant.Paper)] = (m, text) => Enum.TryParse<Paper>(text, out var paper) ? Done(() => m.Paper = paper) : "Choose a size of paper.",
    };

    // Forms that are read as a whole, as they are when they are saved; each is known by one field that no other form has.
    private static readonly (string Mark, string[] Names, Func<IReadOnlyDictionary<string, string>, TypedFields, Action<Merchant>> Read)[] Wholes =
    [
        (nameof(Defaults.DueDays),
            [nameof(Defaults.Currency), nameof(Defaults.DueDays), nameof(Defaults.AllowsParts), nameof(Defaults.MinimumPart), nameof(Defaults.AlwaysLink), nameof(Defaults.LinkHours)],
            ReadDefaults),
        (nameof(Numbers.Next), [nameof(Numbers.Prefix), nameof(Numbers.Next)], ReadNumbers),
        (nameof(Told.ConfirmationEmails), [nameof(Told.ConfirmationEmails)], ReadTold),
        (PayPageFields.Mark, PayPageFields.Names, PayPageFields.Read),
    ];

    // These an invoice's form has too.
    private static readonly string[] Shared = [nameof(Merchant.Language), nameof(Defaults.Currency), nameof(Defaults.AllowsParts), nameof(Defaults.MinimumPart)];

    public static IEnumerable<string> Names { get; } = [.. Members.Keys, .. Wholes.SelectMany(whole => whole.Names)];

    /// <summary>Whether they come from a form of the settings.</summary>
    public static bool Are(IReadOnlyDictionary<string, string> fields) => Names.Except(Shared, StringComparer.Ordinal).Any(fields.ContainsKey);

    /// <summary>Puts on what can be read; the rest stays as it is saved.</summary>
    /// <param name="merchant">Of no context.</param>
    public static IReadOnlyList<FieldFault> Wear(this Merchant merchant, IReadOnlyDictionary<string, string> fields) => !Are(fields) ? [] :
    [
        .. from member in Members
           where fields.ContainsKey(member.Key)
           let fault = member.Value(merchant, fields[member.Key])
           where fault is not null
           select new FieldFault(member.Key, FaultKind.Invalid, fault),
        .. from whole in Wholes
           where fields.ContainsKey(whole.Mark)
           from fault in merchant.WearWhole(fields, whole.Read)
           select fault,
    ];

    private static IEnumerable<FieldFault> WearWhole(
        this Merchant merchant, IReadOnlyDictionary<string, string> fields, Func<IReadOnlyDictionary<string, string>, TypedFields, Action<Merchant>> read)
    {
        var typed = new TypedFields();
        var put = read(fields, typed);

        if (typed.AreSound)
        {
            put(merchant);
        }

        return typed.Faults.Select(fault => new FieldFault(fault.Key, FaultKind.Invalid, fault.Value));
    }

    private static Action<Merchant> ReadDefaults(IReadOnlyDictionary<string, string> fields, TypedFields typed)
    {
        return ChangeDefaults.Read(
            new Defaults(
                fields.GetValueOrDefault(nameof(Defaults.Currency)),
                fields.GetValueOrDefault(nameof(Defaults.DueDays)),
                IsTicked(nameof(Defaults.AllowsParts)),
                fields.GetValueOrDefault(nameof(Defaults.MinimumPart)),
                IsTicked(nameof(Defaults.AlwaysLink)),
                fields.GetValueOrDefault(nameof(Defaults.LinkHours))),
            typed);

        bool IsTicked(string name) => fields.GetValueOrDefault(name) == "true";
    }

    private static Action<Merchant> ReadNumbers(IReadOnlyDictionary<string, string> fields, TypedFields typed)
    {
        var (prefix, next) = ChangeNumbers.Read(new Numbers(fields.GetValueOrDefault(nameof(Numbers.Prefix)), fields.GetValueOrDefault(nameof(Numbers.Next))), typed);
        return m => m.ImagineNumbers(prefix, next);
    }

    private static Action<Merchant> ReadTold(IReadOnlyDictionary<string, string> fields, TypedFields typed)
    {
        var addresses = ChangeTold.Read(new Told(fields.GetValueOrDefault(nameof(Told.ConfirmationEmails))), typed);
        return m => m.ConfirmationEmails = addresses;
    }

    private static string? ReadColor(Merchant merchant, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            merchant.Color = null;
            return null;
        }

        return BrandColor.TryParse(text.Trim(), out var color) ? Done(() => merchant.Color = color) : "Write the colour like #0f5f59.";
    }

    private static string? Required(string text, int longest, Action<string> keep) =>
        string.IsNullOrWhiteSpace(text) ? "Do not leave this blank." : Line(text, longest, name => keep(name ?? ""));

    private static string? Line(string text, int longest, Action<string?> keep) => Words(FreeText.Clean(text).Trim(), longest, keep);

    private static string? Lines(string text, int longest, Action<string?> keep) => Words(FreeText.Clean(text, lines: true).Trim(), longest, keep);

    private static string? Words(string clean, int longest, Action<string?> keep) =>
        clean.Length > longest ? $"Write at most {longest} characters." : Done(() => keep(clean.Length == 0 ? null : clean));

    private static string? Web(string text, Action<Uri?> keep) =>
        string.IsNullOrWhiteSpace(text) ? Done(() => keep(null))
        : Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? Done(() => keep(address))
        : "Write an address that begins with https://.";

    private static string? Template(string text, Func<string, MailReading> read, Action<string?> keep)
    {
        var clean = FreeText.Clean(text, lines: true).Trim();
        return read(clean) is MailReading.Faulty faulty ? faulty.Message : Done(() => keep(clean.Length == 0 ? null : clean));
    }

    private static string? Done(Action keep)
    {
        keep();
        return null;
    }
}
