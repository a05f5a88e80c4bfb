using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain;
using PayPage.Pages.Pay;
using PayPage.SignIn;
using PayPage.UseCases.Team;
using PayPage.Wording;

namespace PayPage.Pages.Office;

/// <summary>What all pages of the back office share, also those before anybody is signed in.</summary>
internal abstract class OfficeBase : PageModel
{
    private const string SaidKey = "said";

    private IReadOnlyDictionary<string, string> _faults = new Dictionary<string, string>();

    /// <summary>Colleagues read English (decision 0018); sums and times are written as payers' pages write them.</summary>
    public virtual Words Words => Languages.Default;

    /// <summary>As what the reader comes to the merchant whose page this is; null where it is no merchant's.</summary>
    public virtual Member? Office => null;

    /// <summary>Who is signed in; null before.</summary>
    public Person? Person => HttpContext.PersonHere();

    /// <summary>Null where no money is meant.</summary>
    public virtual Mode? Mode => Office?.Mode;

    /// <summary>What is wrong with the form, by the name of the field; shown above it and at the field.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>What the page before this one has to say: read once.</summary>
    public string? Said => TempData[SaidKey] as string;

    /// <summary>For the title and the heading above all.</summary>
    public string Title { get; protected set; } = "";

    /// <returns>What is wrong with a field; null: nothing.</returns>
    public string? FaultOf(string field) => _faults.GetValueOrDefault(field);

    /// <summary>Said on the next page that is shown, once.</summary>
    protected void Say(string sentence) => TempData[SaidKey] = sentence;

    /// <summary>303: a reload of what follows repeats nothing.</summary>
    protected StatusCodeResult SeeOther(string path) => SeeOtherResult.SeeOther(this, path);

    /// <summary>The form again, with what was typed, under a status that nobody takes for done.</summary>
    protected PageResult Again(IReadOnlyDictionary<string, string> faults)
    {
        _faults = faults;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Response.Headers.ContentEncoding = "identity";    // what was typed stands beside the form's token (BREACH)
        return Page();
    }

    protected PageResult Again(string field, string fault) => Again(new Dictionary<string, string> { [field] = fault });

    /// <returns>The address where it is one of the back office; else its front door. Never another site's.</returns>
    protected static string Inside(string? next) =>
        next is not null && (next == SignInRegistration.Root || next.StartsWith($"{SignInRegistration.Root}/", StringComparison.Ordinal))
        && next.All(c => c is > ' ' and <= '~' and not '\\')    // others cannot stand in a header as they are
            ? next
            : SignInRegistration.Root;
}
