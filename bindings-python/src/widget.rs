//! The search widget's query.

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// What a user searched for, as the platform understood it: the `Query` of a `wxa_widget_data`
/// event, from `Incoming.widget_query`.
#[pyclass(frozen, eq, module = "wxseal")]
#[derive(PartialEq)]
pub(crate) struct WidgetQuery(wxseal_core::WidgetQuery);

impl From<wxseal_core::WidgetQuery> for WidgetQuery {
    fn from(query: wxseal_core::WidgetQuery) -> Self {
        WidgetQuery(query)
    }
}

#[pymethods]
impl WidgetQuery {
    /// Which of the developer's intents it is; `None` where the query has none.
    #[getter]
    fn r#type(&self) -> Option<i64> {
        self.0.kind()
    }

    /// The words that were recognised, by the names that the developer gave them, in the order of
    /// `slot_list`. A value that is no text stands as its JSON. A new dict each time.
    #[getter]
    fn slots<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let slots = PyDict::new(py);
        for (key, value) in self.0.slots() {
            slots.set_item(key, value)?;
        }
        Ok(slots)
    }

    /// Where the user is, in degrees east; `None` where the query does not say.
    #[getter]
    fn longitude(&self) -> Option<f64> {
        self.0.longitude()
    }

    /// Where the user is, in degrees north; `None` where the query does not say.
    #[getter]
    fn latitude(&self) -> Option<f64> {
        self.0.latitude()
    }

    /// The text of the query as it came, which the answer repeats byte for byte.
    #[getter]
    fn raw(&self) -> &str {
        self.0.raw()
    }

    /// Shows the intent; never what the user searched for, or where.
    fn __repr__(&self) -> String {
        let kind = self.0.kind().map_or_else(|| "None".to_owned(), |kind| kind.to_string());
        format!("<wxseal.WidgetQuery type={kind}>")
    }
}
