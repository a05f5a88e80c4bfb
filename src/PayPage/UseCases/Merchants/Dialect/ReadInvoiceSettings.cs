using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>Judges all of the dialect's settings, not only the first that is wrong, and says what they change. Pure.</summary>
internal sealed partial class ReadInvoiceSettings(InvoiceSettings settings, BackAddressRules back, IDocumentRenderer papers, TypedFields typed)
{
    private readonly List<Action<Merchant>> _puts = [];

    /// <returns>Puts what was written on a merchant; worth something only where all is sound.</returns>
    public Action<Merchant> Handle()
    {
        Given(settings.Logo, nameof(InvoiceSettings.Logo), ReadLogo);
        Given(settings.DisplayName, nameof(InvoiceSettings.DisplayName), ReadName);
        Given(settings.Message, nameof(InvoiceSettings.Message), ReadMessage);
        Given(settings.FontColor, nameof(InvoiceSettings.FontColor), ReadFont);
        Given(settings.BackgroundColor, nameof(InvoiceSettings.BackgroundColor), ReadBackground);
        Given(settings.Language, nameof(InvoiceSettings.Language), ReadLanguage);
        Given(settings.Currency, nameof(InvoiceSettings.Currency), ReadCurrency);
        Given(settings.Authentication, nameof(InvoiceSettings.Authentication), ReadAuthentication);
        Given(settings.VatNumber, nameof(InvoiceSettings.VatNumber), (field, text) => Put(typed.Text(field, text, Merchant.VatNumberLength), (m, vat) => m.VatNumber = vat));
        Given(settings.TellsEmail, nameof(InvoiceSettings.TellsEmail), (field, text) => Put(ChangeTold.Read(new Told(text), typed, field), (m, told) => m.ConfirmationEmails = told));
        Given(settings.BackWhenPaid, nameof(InvoiceSettings.BackWhenPaid), (field, text) => Put(back.Read(field, text, typed), (m, to) => m.BackWhenPaid = to));
        Given(settings.BackWhenRejected, nameof(InvoiceSettings.BackWhenRejected), (field, text) => Put(back.Read(field, text, typed), (m, to) => m.BackWhenRejected = to));
        Given(settings.BackWhenPending, nameof(InvoiceSettings.BackWhenPending), (field, text) => Put(back.Read(field, text, typed), (m, to) => m.BackWhenPending = to));
        Given(settings.ShowsVatNumber, (m, shows) => m.ShowsVatNumber = shows);
        Given(settings.AsksShipping, (m, asks) => m.AsksShipping = asks);
        Given(settings.AsksPhone, (m, asks) => m.AsksPhone = asks);
        Given(settings.AsksEmail, (m, asks) => m.AsksEmail = asks);
        Given(settings.TellsOfPayments, (m, tells) => m.HearsNothingOfPayments = !tells);

        if (settings.Labels is { } labels)
        {
            Put(TypedLabel.Read(labels, (row, member) => $"{nameof(InvoiceSettings.Labels)}[{row}].{member}", typed), (m, read) => m.Labels = read);
        }

        return merchant => _puts.ForEach(put => put(merchant));
    }

    private void ReadName(string field, string text)
    {
        if (typed.Text(field, text, Merchant.NameLength) is { } name)
        {
            Put(name, (m, given) => m.Name = given);
        }
        else
        {
            typed.Refuse(field, "Write the name by which your customers know you.");
        }
    }

    private void ReadMessage(string field, string text)
    {
        var clean = FreeText.Clean(text, lines: true).Trim();

        if (clean.Length > 0 && MailTemplate.ReadMessage(clean) is MailReading.Faulty faulty)
        {
            typed.Refuse(field, faulty.Message);
        }

        Put(clean.Length == 0 ? null : clean, (m, message) => m.MailMessage = message);
    }

    private void ReadLanguage(string field, string text)
    {
        var tag = DialectSettings.Languages.FirstOrDefault(known => known.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

        if (tag is null && text.Trim().Length > 0)
        {
            typed.Refuse(field, $"Write one of {string.Join(", ", DialectSettings.Languages)}.");
        }

        Put(tag, (m, language) => m.Dialect = m.Dialect with { DeliveryLanguage = language });
    }

    private void ReadCurrency(string field, string text)
    {
        Currency? currency = Currency.TryParse(text.Trim().ToUpperInvariant(), out var known) ? known : null;

        if (currency is null && text.Trim().Length > 0)
        {
            typed.Refuse(field, "Write the currency as the three letters of ISO 4217, for example EUR.");
        }

        // A smallest part in another currency would be another sum.
        Put(currency, (m, given) => (m.DefaultCurrency, m.MinimumPart) = (given, given == m.DefaultCurrency ? m.MinimumPart : null));
    }

    private void ReadAuthentication(string field, string text)
    {
        switch (text.Trim().ToUpperInvariant())
        {
            case "ENABLE" or "UPDATE":
                _puts.Add(merchant => merchant.Dialect = merchant.Dialect with { AuthenticatesPayers = true });
                break;
            case "DISABLE":
                _puts.Add(merchant => merchant.Dialect = merchant.Dialect with { AuthenticatesPayers = false });
                break;
            default:
                typed.Refuse(field, "Write enable, disable or update.");
                break;
        }
    }

    private static void Given(string? text, string field, Action<string, string> read)
    {
        if (text is not null)
        {
            read(field, text);
        }
    }

    private void Given(bool? flag, Action<Merchant, bool> put)
    {
        if (flag is { } said)
        {
            _puts.Add(merchant => put(merchant, said));
        }
    }

    private void Put<T>(T value, Action<Merchant, T> put) => _puts.Add(merchant => put(merchant, value));
}
