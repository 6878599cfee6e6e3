//! What `Incoming.reply_news` is made of.

use pyo3::prelude::*;

use crate::argument::{self, Text};
use crate::name;

/// One article of `Incoming.reply_news`.
///
/// Args:
///     title: the headline.
///     description: what stands below it.
///     pic_url: the URL of a picture.
///     url: where it leads.
///
/// Raises:
///     UnwritableReply: one of them is no text.
///
/// >>> import wxseal
/// >>> wxseal.Article("腾讯", url="https://example.com/00700").title
/// '腾讯'
#[pyclass(frozen, eq, module = "wxseal")]
#[derive(PartialEq)]
pub(crate) struct Article {
    title: String,
    description: String,
    pic_url: String,
    url: String,
}

impl Article {
    pub(crate) fn core(&self) -> wxseal_core::Article<'_> {
        let Article { title, description, pic_url, url } = self;
        wxseal_core::Article { title, description, pic_url, url }
    }
}

#[pymethods]
impl Article {
    #[new]
    #[pyo3(
        signature = (
            title, description = Text::Borrowed(""), pic_url = Text::Borrowed(""), url = Text::Borrowed("")
        ),
        text_signature = "(title, description='', pic_url='', url='')"
    )]
    fn new(
        #[pyo3(from_py_with = argument::reply_text::<name::title>)] title: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::description>)] description: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::pic_url>)] pic_url: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::url>)] url: Text<'_>,
    ) -> Self {
        let [title, description, pic_url, url] = [title, description, pic_url, url].map(Text::into_owned);
        Article { title, description, pic_url, url }
    }

    /// The headline.
    #[getter]
    fn title(&self) -> &str {
        &self.title
    }

    /// What stands below it.
    #[getter]
    fn description(&self) -> &str {
        &self.description
    }

    /// The URL of a picture.
    #[getter]
    fn pic_url(&self) -> &str {
        &self.pic_url
    }

    /// Where it leads.
    #[getter]
    fn url(&self) -> &str {
        &self.url
    }
}
