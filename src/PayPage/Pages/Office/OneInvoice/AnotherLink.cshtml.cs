using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Links;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>A link of his own for another payer: several may pay parts of one invoice.</summary>
[Needs(Right.SendInvoices)]
internal sealed class AnotherLinkModel(InspectInvoice inspect, IssueLink issue, IdSource ids) : OneInvoicePage(inspect)
{
    /// <summary>Of the link that it makes: the same form sent twice makes one.</summary>
    [BindProperty, FromForm]
    public string? Id { get; set; }

    [BindProperty, FromForm]
    public string? Name { get; set; }

    [BindProperty, FromForm]
    public string? Email { get; set; }

    [BindProperty, FromForm]
    public bool Mail { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync("Another payer", ct))
        {
            return NotFound();
        }

        (Id, Mail) = ($"{LinkId.New(ids)}", true);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LookAsync("Another payer", ct) || PrefixedId.Read("lnk_", Id) is not { } id)
        {
            return NotFound();
        }

        var name = FreeText.Clean(Name ?? "");
        var isAddress = EmailAddress.TryParse(Email, out var address);
        var faults = Faulty(name, isAddress);

        if (faults.Count > 0)
        {
            return Again(faults);
        }

        var payer = new OtherPayer(new LinkId(id), name, isAddress ? address : null);
        var mail = Mail && isAddress;

        return await issue.HandleAsync(Number, payer, mail, Caller, ct) switch
        {
            IssueLink.Outcome.Issued => Made(payer, mail),
            IssueLink.Outcome.IssuedToOther => Anew(),
            IssueLink.Outcome.NotPayable => Again("", "Nothing of this invoice can be paid now, so no link was made."),
            IssueLink.Outcome.NoSuchInvoice => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private Dictionary<string, string> Faulty(string name, bool isAddress)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);

        if (name.Length is 0 or > Customer.NameLength)
        {
            faults[nameof(Name)] = $"Write the payer's name, at most {Customer.NameLength} characters.";
        }
        else if (FreeText.HoldsACardNumber(name))
        {
            faults[nameof(Name)] = "This looks like a card number. Write a name.";
        }

        if (!isAddress && !string.IsNullOrWhiteSpace(Email))
        {
            faults[nameof(Email)] = "Write exactly one e-mail address, for example name@example.com.";
        }
        else if (!isAddress && Mail)
        {
            faults[nameof(Email)] = "Write the address to send the link to, or choose not to send it.";
        }

        return faults;
    }

    private PageResult Anew()
    {
        Id = $"{LinkId.New(ids)}";
        return Again("", "This form has made a link before, for somebody else. No link was made now. Press the button again to make this one too.");
    }

    private StatusCodeResult Made(OtherPayer payer, bool mail)
    {
        Say(mail ? $"The link for {payer.Name} is on its way to {payer.Email}." : $"The link for {payer.Name} is made. Here is its address to hand over.");
        return SeeOther(mail ? Here() : Here($"links/{payer.Link}"));
    }
}
