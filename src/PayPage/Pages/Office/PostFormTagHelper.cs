using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PayPage.Pages.Office;

/// <summary>Every form of the back office that posts carries the token against forged requests, wherever it posts to: nobody can forget it.</summary>
/// <remarks>The framework's own leaves it out where a form names its address.</remarks>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;    // set by the framework

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
}
